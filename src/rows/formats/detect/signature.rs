//! The first bytes of files that are not UTF-8.

use crate::rows::Unreadable;

/// Other formats, and what to do.
const SIGNATURES: [(&[u8], &str); 13] = [
    (b"PK\x03\x04", "is a zip archive or a spreadsheet. Unpack it, or save the sheet as CSV (UTF-8)."),
    (b"\xD0\xCF\x11\xE0", "is a spreadsheet or document of an old version of Office. Save the sheet as CSV (UTF-8)."),
    (b"\x1F\x8B", "is compressed with gzip. Unpack it."),
    (b"\x28\xB5\x2F\xFD", "is compressed with zstd. Unpack it."),
    (b"BZh", "is compressed with bzip2. Unpack it."),
    (b"\xFD7zXZ", "is compressed with xz. Unpack it."),
    (b"PAR1", "is a Parquet file. Export it as CSV or NDJSON."),
    (b"ARROW1", "is an Arrow file. Export it as CSV or NDJSON."),
    (b"Obj\x01", "is an Avro file. Export it as CSV or NDJSON."),
    (b"SQLite format 3", "is an SQLite database. Export the table as CSV or NDJSON."),
    (b"%PDF-", "is a PDF document. Export the data as CSV or NDJSON."),
    (b"Rar!\x1A", "is a rar archive. Unpack it."),
    (b"7z\xBC\xAF\x27\x1C", "is a 7z archive. Unpack it."),
];

/// A shorter head does not show whether it is UTF-16 or compressed.
const MIN_BYTES: usize = 5;

/// Returns `true` if the bytes are enough to know the format. One line is enough, because a person may type it and
/// wait.
pub(in crate::rows) fn is_enough(head: &[u8]) -> bool {
    let may_become = |signature: &[u8]| signature.len() > head.len() && signature.starts_with(head);
    let is_clear = head.len() >= MIN_BYTES && !SIGNATURES.iter().any(|(signature, _)| may_become(signature));
    is_clear || (head.contains(&b'\n') && !head.contains(&0))
}

/// Returns an error if the head of a file shows that the file is not UTF-8.
pub(in crate::rows) fn verify(head: &[u8]) -> Result<(), Unreadable> {
    if let Some((_, what)) = SIGNATURES.iter().find(|(signature, _)| head.starts_with(signature)) {
        return Err(Unreadable::Binary { what });
    }
    // Without a mark, every other byte of Latin characters is zero.
    let is_utf16 = match head {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => true,
        [a, b, c, d, ..] => [*a, *c] == [0, 0] && *b != 0 && *d != 0 || [*b, *d] == [0, 0] && *a != 0 && *c != 0,
        _ => false,
    };
    if is_utf16 { Err(Unreadable::Utf16) } else { Ok(()) }
}
