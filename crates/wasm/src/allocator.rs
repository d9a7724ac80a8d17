//! The allocator of the module. It overwrites what is freed with zeros, because any block may have held a credential or
//! a part of one.

#![allow(unsafe_code, reason = "an allocator cannot be written without")]

use std::alloc::{GlobalAlloc, Layout};

use talc::wasm::{WasmDynamicTalc, new_wasm_dynamic_allocator};

/// Smaller and faster than the standard library's: 1.9 kB less with Brotli.
#[global_allocator]
static ALLOCATOR: Zeroing<WasmDynamicTalc> = Zeroing(new_wasm_dynamic_allocator());

struct Zeroing<A>(A);

// SAFETY: `A` keeps the contract, and nobody uses a block that is being freed. `realloc` is the default: it frees the old
// block here, whereas that of `A` would not overwrite it.
unsafe impl<A: GlobalAlloc> GlobalAlloc for Zeroing<A> {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        unsafe { self.0.alloc(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        unsafe {
            block.write_bytes(0, layout.size());
            self.0.dealloc(block, layout);
        }
    }
}
