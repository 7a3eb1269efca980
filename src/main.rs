//! The site. See `ARCHITECTURE.md`.

fn main() {
    country_cooperation::app::start::start();
}
