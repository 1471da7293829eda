//! Which forms somebody has touched: these keep what is in them, whatever comes.

use crate::guard;
use web_sys::Element;

/// Marks a form that somebody has touched.
pub const TOUCHED: &str = "data-touched";

/// Listens.
pub fn begin() {
    dom::listen("input", |event| {
        // Who is ticked is known by the selection.
        let is_pick = dom::around(event, "[data-pick], [data-pick-page], [data-pick-all]").is_some();
        if let Some(form) = dom::around(event, "form:not([data-bulk])").filter(|_| !is_pick)
            && !is_touched(&form)
        {
            dom::set(&form, TOUCHED, "");
            guard::look();
        }
    });
}

pub fn is_touched(form: &Element) -> bool {
    form.has_attribute(TOUCHED)
}

/// What stands in this form is nobody's work any more.
pub fn forget(form: &Element) {
    dom::unset(form, TOUCHED);
}
