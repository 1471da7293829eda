//! The provider's own words: said from the start on, checked and completed on the command line.

use super::CommandResult;
use crate::settings::Settings;
use domain::person::Language;
use std::fmt::Write as _;
use texts::Provided;

const NOT_USED: &str = "these texts are ignored, the portal uses its own";

/// From now on the portal says the provider's words. What is wrong with them is logged, and the portal says its own.
/// Refuses settings whose language nobody has written any texts in.
pub(super) fn say(settings: &Settings) -> CommandResult {
    let provided = provided(settings)?;
    for finding in provided.findings() {
        tracing::warn!("{finding} (in {})", settings.portal.texts().display());
    }
    provided.say();
    let language = settings.portal.provider.language;
    if texts::spoken(language.tag()) == Some(language) {
        Ok(())
    } else {
        let spoken = texts::languages().map(|language| language.tag().to_owned()).collect::<Vec<_>>().join(", ");
        Err(format!("language: the portal has no texts in {:?}; it has {spoken}", language.tag()).into())
    }
}

/// Prints what is wrong with the provider's files.
pub(super) fn check(settings: &Settings) -> CommandResult {
    let provided = provided(settings)?;
    for finding in provided.findings() {
        println!("{finding}");
    }
    if provided.findings().is_empty() { Ok(()) } else { Err(NOT_USED.into()) }
}

/// Prints what a language lacks, below the name of each file.
pub(super) fn missing(settings: &Settings, tag: &str) -> CommandResult {
    let language = Language::from_tag(tag).filter(|language| language.tag() == tag);
    let language = language.ok_or_else(|| format!("{tag:?} is not the tag of a language, such as fr or pt-BR"))?;
    let mut printed = String::new();
    let mut part = "";
    for missing in provided(settings)?.missing(language) {
        if part != missing.part {
            part = missing.part;
            // Writing to a string can't fail.
            let _ = writeln!(printed, "## {part}/{tag}.ftl\n");
        }
        let _ = writeln!(printed, "{}", missing.english);
    }
    print!("{printed}");
    Ok(())
}

fn provided(settings: &Settings) -> Result<Provided, String> {
    Provided::read(&settings.portal.texts()).map_err(|(path, error)| format!("{}: {error}", path.display()))
}
