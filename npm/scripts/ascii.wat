;; Turns printable ASCII back to bytes, in place; the text is as scripts/ascii.mjs writes it, which gives ALPHABET,
;; LETTERS (how many there are) and SINGLES.
(module
  (memory (export "memory") 1)
  ;; From 0 on stands the byte of each character: a page of 128 for characters alone, one for those after the first
  ;; escape character, one for those after the second. From 384 on, of each byte whether it is a character alone.
  (data (i32.const 640) "ALPHABET")
  ;; Reads the text from `at` up to `end` and writes from `to` on; gives the place after the last byte.
  (func (export "decode") (param $at i32) (param $end i32) (param $to i32) (result i32)
    (local $place i32)
    (local $byte i32)
    (local $four i32)
    ;; The bytes that are a character alone, as the head has them.
    (loop $next
      (local.set $byte
        (i32.or
          (i32.shl (i32.and (i32.load8_u (local.get $at)) (i32.const 15)) (i32.const 4))
          (i32.and (i32.load8_u offset=1 (local.get $at)) (i32.const 15))))
      (i32.store8 (i32.load8_u offset=640 (local.get $place)) (local.get $byte))
      (i32.store8 offset=384 (local.get $byte) (i32.const 1))
      (local.set $at (i32.add (local.get $at) (i32.const 2)))
      (br_if $next
        (i32.lt_u (local.tee $place (i32.add (local.get $place) (i32.const 1))) (i32.const SINGLES))))
    ;; The others, in their order.
    (local.set $place (i32.const 0))
    (local.set $byte (i32.const 0))
    (loop $next
      (if (i32.eqz (i32.load8_u offset=384 (local.get $byte)))
        (then
          (i32.store8
            (i32.add
              (i32.load8_u offset=640 (i32.rem_u (local.get $place) (i32.const LETTERS)))
              (i32.shl
                (i32.add (i32.div_u (local.get $place) (i32.const LETTERS)) (i32.const 1))
                (i32.const 7)))
            (local.get $byte))
          (local.set $place (i32.add (local.get $place) (i32.const 1)))))
      (br_if $next
        (i32.lt_u (local.tee $byte (i32.add (local.get $byte) (i32.const 1))) (i32.const 256))))
    ;; The content.
    (loop $next
      ;; Four characters at once where none of them escapes: the two that do are 125 and 126.
      (if
        (i32.and
          (i32.add (local.tee $four (i32.load (local.get $at))) (i32.const 0x03030303))
          (i32.const 0x80808080))
        (then
          (local.set $byte (i32.load8_u (local.get $at)))
          (if (i32.ge_u (local.get $byte) (i32.const 125))
            (then
              (local.set $at (i32.add (local.get $at) (i32.const 1)))
              (local.set $byte
                (i32.add
                  (i32.load8_u (local.get $at))
                  (i32.shl (i32.sub (local.get $byte) (i32.const 124)) (i32.const 7))))))
          (i32.store8 (local.get $to) (i32.load8_u (local.get $byte)))
          (local.set $to (i32.add (local.get $to) (i32.const 1)))
          (local.set $at (i32.add (local.get $at) (i32.const 1))))
        (else
          (i32.store8 (local.get $to) (i32.load8_u (i32.and (local.get $four) (i32.const 255))))
          (i32.store8 offset=1
            (local.get $to)
            (i32.load8_u (i32.and (i32.shr_u (local.get $four) (i32.const 8)) (i32.const 255))))
          (i32.store8 offset=2
            (local.get $to)
            (i32.load8_u (i32.and (i32.shr_u (local.get $four) (i32.const 16)) (i32.const 255))))
          (i32.store8 offset=3 (local.get $to) (i32.load8_u (i32.shr_u (local.get $four) (i32.const 24))))
          (local.set $to (i32.add (local.get $to) (i32.const 4)))
          (local.set $at (i32.add (local.get $at) (i32.const 4)))))
      (br_if $next (i32.lt_u (local.get $at) (local.get $end))))
    ;; The last four may have reached beyond the end.
    (i32.sub (local.get $to) (i32.sub (local.get $at) (local.get $end)))))
