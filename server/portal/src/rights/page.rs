//! The named sets of rights, for the page Roles.

use crate::base::error::Failure;
use crate::base::random;
use crate::membership::acting::Entered;
use crate::records::templates;
use crate::unit::Unit;
use domain::access::{ContactAction, RightsAction};
use domain::contact::Verdict;
use domain::id::SubmissionId;
use domain::roles::RolesPage;

pub(crate) async fn read(mut unit: Unit<'_>, entered: Entered) -> Result<RolesPage, Failure> {
    let actor = &entered.actor;
    actor.check(ContactAction::List)?;
    Ok(RolesPage {
        hand_out: actor.standing().hand_out,
        may_set_hand_out: Verdict::from(actor.check(RightsAction::SetHandOut)),
        templates: templates::with_use(&mut unit, actor.account()).await?,
        may_keep_templates: Verdict::from(actor.check(RightsAction::KeepTemplates)),
        submission: SubmissionId::new(random::id(unit.now())),
    })
}
