;; Decodes printable ASCII to bytes, in place. encode.mjs says how the text is made, and gives ALPHABET, its length
;; CHARACTERS, and SINGLES.
(module
  (memory (export "memory") 1)
  ;; At 0: the byte of each character, in three tables of 128 bytes: for a character alone, for one after the first escape
  ;; character, and for one after the second. At 384: for each byte, 1 if a character alone encodes it. At 640: the alphabet.
  (data (i32.const 640) "ALPHABET")
  ;; Decodes the text from `at` to `end`, writes the bytes from `to` on, and returns the end of the bytes.
  (func (export "decode") (param $at i32) (param $end i32) (param $to i32) (result i32)
    (local $place i32)
    (local $byte i32)
    (local $four i32)
    ;; The head: the bytes that a character alone encodes.
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
    ;; The escaped bytes, in ascending order.
    (local.set $place (i32.const 0))
    (local.set $byte (i32.const 0))
    (loop $next
      (if (i32.eqz (i32.load8_u offset=384 (local.get $byte)))
        (then
          (i32.store8
            (i32.add
              (i32.load8_u offset=640 (i32.rem_u (local.get $place) (i32.const CHARACTERS)))
              (i32.shl
                (i32.add (i32.div_u (local.get $place) (i32.const CHARACTERS)) (i32.const 1))
                (i32.const 7)))
            (local.get $byte))
          (local.set $place (i32.add (local.get $place) (i32.const 1)))))
      (br_if $next
        (i32.lt_u (local.tee $byte (i32.add (local.get $byte) (i32.const 1))) (i32.const 256))))
    ;; The body.
    (loop $next
      ;; Four characters at a time unless one is an escape character, 125 or 126.
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
    ;; The last four may reach past the end.
    (i32.sub (local.get $to) (i32.sub (local.get $at) (local.get $end)))))
