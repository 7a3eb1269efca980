//! The shell of an embed. See `src/embed.rs`.

/// The usual allocator is three times as large to download.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    country_cooperation::embed::start::start();
}
