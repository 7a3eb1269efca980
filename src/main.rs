//! The site. See `ARCHITECTURE.md`.

/// The usual allocator is three times as large to download.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    country_cooperation::app::start::start();
}
