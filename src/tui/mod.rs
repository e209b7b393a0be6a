//! tui

use crate::journey::Environment;

/// What the wizard starts with.
#[derive(Debug, Clone, Default)]
pub struct WizardOptions {
    /// The environment to start in.
    pub environment: Option<Environment>,
    /// The profile to open.
    pub profile: Option<String>,
}

/// Runs the wizard until the user leaves it.
///
/// # Errors
/// When the terminal refuses.
pub fn run(options: WizardOptions) -> std::io::Result<()> {
    let _ = options;
    Ok(())
}
