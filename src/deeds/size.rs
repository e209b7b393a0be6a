//! Sizes as people read them. Units are the same in every language.

const UNITS: [&str; 5] = ["B", "KiB", "MiB", "GiB", "TiB"];

/// `0 B`, `64 KiB`, `1.5 MiB`.
pub(super) fn shown(bytes: u64) -> String {
    let mut unit = 0;
    let mut divisor = 1_u64;
    while unit + 1 < UNITS.len() && bytes / divisor >= 1024 {
        divisor *= 1024;
        unit += 1;
    }
    let (whole, tenths) = (bytes / divisor, bytes % divisor * 10 / divisor);
    let name = UNITS.get(unit).copied().unwrap_or_default();
    if tenths == 0 { format!("{whole} {name}") } else { format!("{whole}.{tenths} {name}") }
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn sizes_read_well_at_every_step() {
        let shown: Vec<String> = [0, 1, 1023, 1024, 65_536, 1_572_864, 50_000_000_000, u64::MAX].into_iter().map(shown).collect();
        assert_eq!(shown, ["0 B", "1 B", "1023 B", "1 KiB", "64 KiB", "1.5 MiB", "46.5 GiB", "16777215.9 TiB"]);
    }
}
