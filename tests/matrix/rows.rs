//! The rows of the matrix, and the file that holds them.

use broker_setup::journey::CheckId;
use std::collections::BTreeSet;
use std::fmt::{self, Display, Formatter};
use std::fs;
use std::path::PathBuf;

/// A fault, for a role, with one finding that accuses then; or with none, where the fault changes nothing that matters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Row {
    pub fault: String,
    pub role: String,
    /// `check`, or the deed whose call it strikes.
    pub by: String,
    /// Who accuses, how, with which code and cause, and who must act; `passes` where nothing accuses.
    pub says: String,
    /// The questions that no call could answer: the words name each cause that is left, and the one action that settles it.
    pub open: Vec<String>,
}

/// A fault that nothing of the program meets, and why.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct NotMet {
    fault: String,
    reason: String,
}

#[derive(Debug, Default)]
pub struct Table {
    rows: BTreeSet<Row>,
    not_met: BTreeSet<NotMet>,
}

fn file() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/matrix/expected.txt")
}

const HEAD: &str = "\
# fault | role | check, or the deed whose call the fault strikes | what accuses: check, verdict, code, cause, who must act
# Where no call can tell one cause from another, a fifth cell marks the row with the questions that stay open; its words name each cause,
# and the one action that settles it.
# A fault that nothing of the program meets: fault | not met | why
";

impl Table {
    pub fn of(rows: Vec<Row>) -> Self {
        Self { rows: rows.into_iter().collect(), not_met: BTreeSet::new() }
    }

    pub fn read() -> Self {
        let mut table = Self::default();
        let text = fs::read_to_string(file()).expect("the expected rows");
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let cells: Vec<String> = line.split('|').map(|cell| cell.trim().to_owned()).collect();
            match cells.as_slice() {
                [fault, not_met, reason] if not_met == "not met" && !reason.is_empty() => {
                    table.not_met.insert(NotMet { fault: fault.clone(), reason: reason.clone() });
                }
                [fault, role, by, says, marked @ ..] if marked.len() <= 1 => {
                    let open = marked.iter().filter_map(|cell| cell.strip_prefix(OPEN)).flat_map(|names| names.split(' '));
                    let open = open.map(ToOwned::to_owned).collect();
                    let row = Row { fault: fault.clone(), role: role.clone(), by: by.clone(), says: says.clone(), open };
                    table.rows.insert(row);
                }
                _ => panic!("no row of the matrix: {line}"),
            }
        }
        table
    }

    /// Writes these rows in place of the ones that are kept. The reasons of what is not met stay.
    pub fn write(&self) {
        let not_met = if file().exists() { Self::read().not_met } else { BTreeSet::new() };
        let kept = Self { rows: self.rows.clone(), not_met };
        fs::write(file(), format!("{HEAD}{kept}")).expect("the expected rows are written");
    }

    /// The faults that have a row, without the one service that a row may be about.
    pub fn faults(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().map(Row::fault_alone).chain(self.not_met.iter().map(|row| row.fault.as_str()))
    }

    pub fn differences(&self, found: &Self) -> Vec<String> {
        let missing = self.rows.difference(&found.rows).map(|row| format!("- {row}"));
        let more = found.rows.difference(&self.rows).map(|row| format!("+ {row}"));
        let met: BTreeSet<&str> = self.rows.iter().map(Row::fault_alone).collect();
        let both = self.not_met.iter().filter(|row| met.contains(row.fault.as_str())).map(|row| format!("met after all: {}", row.fault));
        missing.chain(more).chain(both).collect()
    }

    /// The situations in which more than one check accuses.
    pub fn several(&self) -> Vec<(&str, &str, &str)> {
        let mut seen = BTreeSet::new();
        let accusing = self.rows.iter().filter(|row| row.says != PASSES).map(Row::situation);
        accusing.filter(|situation| !seen.insert(*situation)).collect()
    }

    /// What a check or a deed can only repeat in the service's own words.
    pub fn unexplained(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.says.contains(" refused you"))
    }

    /// What accuses and says neither what to do nor who must do it.
    pub fn helpless(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(|row| row.says.ends_with(NO_FIX) || row.says.ends_with(" -"))
    }

    /// The causes that a check accuses of and `explain` of the check does not name. What kept it from asking is not its to name.
    pub fn unnamed(&self) -> BTreeSet<(CheckId, &str)> {
        let accused = self.rows.iter().filter(|row| row.by == "check" && row.says != PASSES).filter_map(|row| {
            let mut words = row.says.split(' ');
            let (check, verdict, cause) = (words.next()?.parse::<CheckId>().ok()?, words.next()?, words.nth(1)?);
            (verdict != "unknown").then_some((check, cause))
        });
        accused.filter(|(check, cause)| !check.accuses().contains(cause)).collect()
    }

    /// One line: how many faults are met, and how many of their situations end in one accusation.
    pub fn count(&self) -> String {
        let situations: BTreeSet<(&str, &str, &str)> = self.rows.iter().map(Row::situation).collect();
        let none = self.rows.iter().filter(|row| row.says == PASSES).count();
        let several = self.several().into_iter().collect::<BTreeSet<_>>().len();
        let met: BTreeSet<&str> = self.rows.iter().map(Row::fault_alone).collect();
        let all = met.len() + self.not_met.len();
        let marked = self.rows.iter().filter(|row| !row.open.is_empty()).count();
        format!(
            "matrix: {all} faults, {} met, {} not met with a reason; {} situations: {} end in one accusation, {several} in several, {none} in none; {marked} marked as naming every cause that is left",
            met.len(),
            self.not_met.len(),
            situations.len(),
            situations.len() - several - none,
        )
    }
}

/// What a row says where nothing accuses.
pub const PASSES: &str = "passes";
/// How a mark begins.
const OPEN: &str = "open: ";
/// What a row ends with that leaves its reader with nothing to do, or with nobody to do it.
pub const NO_FIX: &str = "says-nothing-to-do";

impl Row {
    fn fault_alone(&self) -> &str {
        self.fault.split('@').next().unwrap_or_default()
    }

    fn situation(&self) -> (&str, &str, &str) {
        (&self.fault, &self.role, &self.by)
    }
}

impl Display for Row {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} | {} | {} | {}", self.fault, self.role, self.by, self.says)?;
        if self.open.is_empty() { Ok(()) } else { write!(f, " | {OPEN}{}", self.open.join(" ")) }
    }
}

impl Display for Table {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.rows.iter().try_for_each(|row| writeln!(f, "{row}"))?;
        self.not_met.iter().try_for_each(|row| writeln!(f, "{} | not met | {}", row.fault, row.reason))
    }
}
