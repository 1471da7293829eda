//! The drawer, which is the menu at the side on narrow screens: following a link inside closes it.

/// Listens.
pub fn begin() {
    dom::listen("click", |event| {
        if dom::around(event, "a").is_some()
            && let Some(drawer) = dom::around(event, ".shell-menu").filter(|drawer| dom::is_open(drawer))
        {
            dom::shut(&drawer);
        }
    });
}
