//! Reads a list of facts. Each row must name an existing test or give the reason why there is none.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

type Rows = BTreeMap<String, BTreeMap<String, String>>;

fn sources(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, text);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            text.push_str(&fs::read_to_string(&path).expect("readable"));
        }
    }
}

/// Checks a list: each row's test must exist exactly once in `tests` or `src`. Prints the rows that have no test.
pub fn each_is_held(list: &str) {
    let rows: Rows = toml::from_str(list).expect("the list");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut text = String::new();
    sources(&root.join("tests"), &mut text);
    sources(&root.join("src"), &mut text);

    let (mut covered, mut left) = (0, Vec::new());
    for (section, facts) in &rows {
        for (fact, holder) in facts {
            match holder.strip_prefix("left: ") {
                Some(reason) => left.push(format!("{section} {fact}: {reason}")),
                None => {
                    let there = text.matches(&format!("fn {holder}(")).count();
                    assert_eq!(there, 1, "{section} {fact}: the test {holder} is there {there} times");
                    covered += 1;
                }
            }
        }
    }
    println!("facts covered {covered} of {}", covered + left.len());
    for fact in &left {
        println!("left {fact}");
    }
    assert!(covered > left.len() * 3, "most are covered");
}
