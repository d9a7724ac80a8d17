//! The brackets that are open in a row.

/// The brackets that are open in a row. Their order is kept up to the limit, their number always.
pub(super) struct OpenBrackets {
    limit: usize,
    /// The open brackets, outermost first: `true` for a brace.
    stack: Vec<bool>,
    braces: Count,
    brackets: Count,
    is_too_deep: bool,
}

/// The number of open brackets of one kind.
#[derive(Default)]
struct Count {
    stacked: usize,
    /// Those inside of the innermost one on the stack.
    beyond: usize,
}

/// What a closing bracket closes.
pub(super) enum Closed {
    /// None is open that matches.
    Nothing,
    /// Not the outermost bracket.
    Some,
    /// The outermost bracket, and so all.
    All,
}

impl OpenBrackets {
    pub fn new(limit: usize) -> Self {
        Self { limit, stack: Vec::new(), braces: Count::default(), brackets: Count::default(), is_too_deep: false }
    }

    pub fn clear(&mut self) {
        self.stack.clear();
        self.braces = Count::default();
        self.brackets = Count::default();
        self.is_too_deep = false;
    }

    pub const fn is_too_deep(&self) -> bool {
        self.is_too_deep
    }

    pub fn open(&mut self, is_brace: bool) {
        if self.stack.len() < self.limit {
            self.stack.push(is_brace);
            self.count(is_brace).stacked += 1;
        } else {
            self.is_too_deep = true;
            self.count(is_brace).beyond += 1;
        }
    }

    /// Closes the innermost bracket of this kind. Those inside it close too: the row is not valid JSON, but ends where
    /// it was meant to.
    pub fn close(&mut self, is_brace: bool) -> Closed {
        let count = self.count(is_brace);
        if count.beyond > 0 {
            count.beyond -= 1;
        } else if count.stacked > 0 {
            // One of them matches, so each bracket is removed once.
            while let Some(removed) = self.stack.pop() {
                self.count(removed).stacked -= 1;
                if removed == is_brace {
                    break;
                }
            }
            self.braces.beyond = 0;
            self.brackets.beyond = 0;
        } else {
            return Closed::Nothing;
        }
        let is_empty = self.stack.is_empty() && self.braces.beyond == 0 && self.brackets.beyond == 0;
        if is_empty { Closed::All } else { Closed::Some }
    }

    const fn count(&mut self, is_brace: bool) -> &mut Count {
        if is_brace { &mut self.braces } else { &mut self.brackets }
    }
}
