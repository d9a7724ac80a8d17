//! The refusals that the caller beyond the boundary has already: each is handed over once, then only its number.

use std::cell::RefCell;
use std::rc::Rc;

use super::Refusal;

/// Both sides keep so many; then they start anew from 0.
const MOST: usize = 1 << 13;

thread_local! {
    static HANDED: RefCell<Vec<Rc<Refusal>>> = const { RefCell::new(Vec::new()) };
}

/// The number of a refusal, and whether it must be handed over with it; `None` where it is not one to keep.
pub(crate) fn number(refusal: &Rc<Refusal>) -> Option<(usize, bool)> {
    let number = refusal.number.as_ref()?;
    HANDED.with_borrow_mut(|handed| {
        let is_new = handed.get(number.get()).is_none_or(|one| !Rc::ptr_eq(one, refusal));
        if is_new {
            if handed.len() == MOST {
                handed.clear();
            }
            number.set(handed.len());
            handed.push(Rc::clone(refusal));
        }
        Some((number.get(), is_new))
    })
}
