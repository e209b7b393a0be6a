//! The path in a line of text: what is there, and how it goes on.

use super::Edit;
use crate::app::WizardMessage;
use crate::journey::{FieldId, FieldKind};
use crate::values::{PathLook, SecretRef, file_path, is_key_material, spelled_path};
use std::path::Path;

/// What is known of the path that is being typed.
#[derive(Debug, Default)]
pub struct PathLine {
    /// The line that was looked at, and what was seen.
    seen: Option<(String, PathLook)>,
    /// Whether a look is under way. There is one at a time: a drive in the network can be slow.
    looks: bool,
    /// Whether the path shall go on as soon as it is seen how.
    completes: bool,
}

impl Edit {
    /// The path in the line, and what stands before it. None where the line is no path, or may be a secret.
    fn path(&self) -> Option<(&'static str, String)> {
        let typed = self.entry.text().trim();
        let read = |text: &str| file_path(without_open_quote(text)).ok().map(|path| path.display().to_string());
        if self.field.kind() == FieldKind::Path {
            return Some(("", read(typed)?));
        }
        if self.field.kind() != FieldKind::SecretReference || self.entry.is_untouched() {
            return None;
        }
        let is_reference = |kind: &str| typed.get(..kind.len()).is_some_and(|start| start.eq_ignore_ascii_case(kind));
        let may_be_bare = matches!(self.field, FieldId::ClientKey | FieldId::ClientCertificate);
        let path = match typed.parse() {
            _ if is_reference("file:") => typed.get(5..).unwrap_or_default(),
            Ok(SecretRef::Env(_) | SecretRef::Command(_)) => return None,
            Ok(SecretRef::File(_)) => typed,
            Err(_) if may_be_bare && !is_reference("env:") && !is_reference("cmd:") && !is_key_material(typed) => typed,
            Err(_) => return None,
        };
        Some(("file:", read(path)?))
    }

    /// The line as it is now and the path to look at, if that is not known yet and no look is under way.
    pub(in crate::app) fn look(&mut self) -> Option<(String, String)> {
        let is_seen = matches!(&self.path_line.seen, Some((line, _)) if line == self.entry.text());
        if self.path_line.looks || is_seen || self.entry.is_untouched() {
            return None;
        }
        let (_, path) = self.path()?;
        self.path_line.looks = true;
        Some((self.entry.text().to_owned(), path))
    }

    /// Takes what was seen. If the line is another by now, it is looked at again.
    pub(in crate::app) fn path_seen(&mut self, line: &str, look: PathLook) -> Option<(String, String)> {
        self.path_line.looks = false;
        self.path_line.seen = Some((line.to_owned(), look));
        if self.path_line.completes && self.seen().is_some() {
            self.complete();
        }
        self.look()
    }

    /// What is at the path in the line.
    #[must_use]
    pub fn seen(&self) -> Option<&PathLook> {
        self.path_line.seen.as_ref().filter(|(line, _)| line == self.entry.text()).map(|(_, look)| look)
    }

    /// The line has changed: it does not go on by itself any more.
    pub(in crate::app) fn stays(&mut self) {
        self.path_line.completes = false;
    }

    /// Whether the path in the line can go on, as far as that is known.
    #[must_use]
    pub fn can_complete(&self) -> bool {
        match (self.path(), self.seen()) {
            _ if self.entry.is_untouched() => false,
            (Some((_, path)), Some(look)) => look.goes_on.iter().any(|other| *other != path),
            (Some(_), None) => self.path_line.looks,
            (None, _) => false,
        }
    }

    /// Lets the path go on as far as it can. What is not known yet is done when it is.
    pub(in crate::app) fn complete(&mut self) {
        let (Some((kind, path)), Some(look)) = (self.path(), self.seen()) else {
            self.path_line.completes = true;
            return;
        };
        let whole = look.completed();
        let line = (whole.len() > path.len()).then(|| format!("{kind}{}", spelled_path(Path::new(whole))));
        self.path_line.completes = false;
        match line {
            Some(line) => self.entry.replace(line),
            None => self.entry.remark = Some(WizardMessage::SeveralFit),
        }
    }

    /// The answer, with a typed path from this folder on, or from the user's own for one that begins with `~/`, so that it means the
    /// same from everywhere and for everybody. Whose home `~name` is only the system knows.
    #[must_use]
    pub fn answer_from(&self, folder: &Path, home: Option<&Path>) -> String {
        let answer = self.answer();
        let Some((kind, path)) = self.path().filter(|_| !self.entry.is_untouched()) else { return answer };
        let whole = match (path.strip_prefix('~'), home) {
            (None, _) => folder.join(&path),
            (Some(rest), Some(home)) if rest.starts_with(['/', '\\']) => home.join(rest.trim_start_matches(['/', '\\'])),
            (Some(_), _) => return answer,
        };
        format!("{kind}{}", spelled_path(&whole))
    }
}

/// While it is typed, a quotation mark at the start has none at the end yet.
fn without_open_quote(text: &str) -> &str {
    let opened = ['\'', '"'].into_iter().find_map(|quote| text.strip_prefix(quote).filter(|rest| !rest.contains(quote)));
    opened.unwrap_or(text)
}
