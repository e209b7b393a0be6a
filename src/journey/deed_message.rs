//! Everything a deed can say. The words are in `assets/text/<language>/deeds.toml`.

crate::phrases! {
    /// What deeds say: rows of the preview, phases, outcomes, refusals. Words in `assets/text/<language>/deeds.toml`.
    pub enum DeedMessage {
        NothingToDo = "nothing-to-do",
    }
}
