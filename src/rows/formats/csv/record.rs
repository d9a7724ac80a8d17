//! The cells of a row, by `csv-core` if it has quotes.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use memchr::memchr_iter;

/// A row of CSV as cells. A missing cell is empty.
#[derive(Clone, Copy)]
pub(in crate::rows) struct Record<'r> {
    bytes: &'r [u8],
    ends: &'r [usize],
    /// The number of bytes between two cells.
    gap: usize,
    /// Whether every byte is visible ASCII or a blank.
    pub is_visible_ascii: bool,
}

impl<'r> Record<'r> {
    /// Returns the bytes of the cells, without quotes and maybe with delimiters.
    pub fn bytes(&self) -> &'r [u8] {
        self.bytes
    }

    /// Returns the start and the end of each cell in [`Record::bytes`].
    #[inline(always)]
    pub fn ranges(&self) -> impl Iterator<Item = (usize, usize)> {
        let gap = self.gap;
        let mut start = 0;
        self.ends.iter().map(move |end| (std::mem::replace(&mut start, *end + gap), *end))
    }

    /// Returns the number of cells.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Returns `true` if no cell has anything but blanks in it: a spreadsheet writes rows of delimiters only.
    pub(super) fn is_blank(&self) -> bool {
        self.cells().flatten().all(|byte| matches!(byte, b' ' | b'\t'))
    }

    /// Returns a cell.
    pub fn cell(&self, index: usize) -> &'r [u8] {
        self.cells().nth(index).unwrap_or_default()
    }

    /// Returns every cell.
    pub fn cells(&self) -> impl Iterator<Item = &'r [u8]> {
        let bytes = self.bytes;
        self.ranges().map(move |(start, end)| bytes.get(start..end).unwrap_or_default())
    }
}

/// Reads complete rows. Its memory is used again for each row.
pub(super) struct Records {
    reader: Reader,
    delimiter: u8,
    bytes: Vec<u8>,
    ends: Vec<usize>,
    max_cells: usize,
}

impl Records {
    pub fn new(delimiter: u8, max_cells: usize) -> Self {
        let mut reader = ReaderBuilder::new().delimiter(delimiter).build();
        prime(&mut reader);
        let max_cells = max_cells.max(1);
        Self { reader, delimiter, bytes: Vec::new(), ends: vec![0; max_cells.min(64)], max_cells }
    }

    /// Reads a row that has no quotes, without its line end. Returns `None` if it has too many cells.
    pub fn split<'r>(&'r mut self, row: &'r [u8]) -> Option<Record<'r>> {
        let mut count = 0;
        for end in memchr_iter(self.delimiter, row).chain([row.len()]) {
            if count == self.ends.len() {
                self.ends.resize(self.max_cells.min(2 * count), 0);
            }
            *self.ends.get_mut(count)? = end;
            count += 1;
        }
        // A tab is a delimiter here, not a control character.
        let is_visible_ascii =
            is_visible_ascii(row) || self.delimiter == b'\t' && row.split(|byte| *byte == b'\t').all(is_visible_ascii);
        Some(Record { bytes: row, ends: self.ends.get(..count).unwrap_or_default(), gap: 1, is_visible_ascii })
    }

    /// Reads a row, with or without its line end. Returns `None` if it has too many cells.
    pub fn read(&mut self, row: &[u8]) -> Option<Record<'_>> {
        if self.bytes.len() <= row.len() {
            self.bytes.fill(0);
            self.bytes = vec![0; (row.len() + 1).next_power_of_two()];
        }
        let mut input = row;
        let (mut length, mut count) = (0, 0);
        loop {
            let output = self.bytes.get_mut(length..).unwrap_or_default();
            let ends = self.ends.get_mut(count..).unwrap_or_default();
            let (result, read, written, ended) = self.reader.read_record(input, output, ends);
            input = input.get(read..).unwrap_or_default();
            length += written;
            count += ended;
            match result {
                ReadRecordResult::InputEmpty => input = b"\n",
                ReadRecordResult::OutputEndsFull if count < self.max_cells => {
                    self.ends.resize(self.max_cells.min(2 * count), 0);
                }
                ReadRecordResult::OutputEndsFull => {
                    self.reader.reset();
                    prime(&mut self.reader);
                    return None;
                }
                ReadRecordResult::Record | ReadRecordResult::OutputFull | ReadRecordResult::End => break,
            }
        }
        let bytes = self.bytes.get(..length).unwrap_or_default();
        Some(Record {
            bytes,
            ends: self.ends.get(..count).unwrap_or_default(),
            gap: 0,
            is_visible_ascii: is_visible_ascii(bytes),
        })
    }
}

impl Drop for Records {
    fn drop(&mut self) {
        self.bytes.fill(0);
    }
}

/// Starts the reader with an empty record, so that it does not remove a byte order mark.
fn prime(reader: &mut Reader) {
    reader.read_record(&[], &mut [], &mut []);
}

/// Returns `true` if every byte is visible ASCII or a blank.
fn is_visible_ascii(bytes: &[u8]) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    const HIGHS: u64 = ONES << 7;
    let (words, tail) = bytes.as_chunks::<8>();
    // 0x7F overflows into the highest bit when 1 is added, and a byte below 0x20 lacks it when 0x60 is added.
    let odd = words.iter().fold(0, |odd, word| {
        let word = u64::from_le_bytes(*word);
        let low = word & !HIGHS;
        odd | word | (low + ONES) | !(low + ONES * 0x60)
    });
    odd & HIGHS == 0 && tail.iter().all(|byte| matches!(byte, b' '..=b'~'))
}
