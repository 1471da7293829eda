//! Programs of single pages. An element with `data-program` is brought alive by the program of that name, which is loaded
//! when it is first needed and ends when the element is gone. That of the palette is loaded with its first key or click.

use js_sys::Promise;
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, HtmlElement, KeyboardEvent};

#[wasm_bindgen]
extern "C" {
    // The start script of the document has it: `import()` is syntax, which cannot be called from here.
    #[wasm_bindgen(js_namespace = ["window", "portico"], js_name = load, catch)]
    fn load(address: &str) -> Result<Promise, JsValue>;

    /// A program's module, as wasm-bindgen makes it.
    type Program;

    /// Loads its WASM, the first time.
    #[wasm_bindgen(method, js_name = "default", catch)]
    fn init(this: &Program) -> Result<Promise, JsValue>;

    #[wasm_bindgen(method, js_name = begin, catch)]
    fn begin(this: &Program) -> Result<(), JsValue>;

    #[wasm_bindgen(method, js_name = end, catch)]
    fn end(this: &Program) -> Result<(), JsValue>;
}

/// The element that is brought alive, and its program once that is loaded.
struct Running {
    element: HtmlElement,
    program: Option<Program>,
}

thread_local! {
    /// What the head named as it was loaded: `program-NAME`, with the address.
    static NAMED: RefCell<Vec<HtmlElement>> = const { RefCell::new(Vec::new()) };
    static RUNNING: RefCell<Option<Running>> = const { RefCell::new(None) };
    /// Whether the palette was asked for.
    static PALETTE: Cell<bool> = const { Cell::new(false) };
}

/// Brings the first page alive. INVARIANT: which programs there are is said by the head of the document as it was loaded;
/// nothing that is put in place later names another.
pub fn begin() {
    NAMED.set(dom::every("head > meta[name^=program-]"));
    dom::listen_window("keydown", palette);
    dom::listen_window("click", palette);
    seen();
}

/// Loads the program of the palette, which hears the same once more.
fn palette(event: &Event) {
    if PALETTE.get() || !wants_palette(event) {
        return;
    }
    PALETTE.set(true);
    event.prevent_default();
    let event = event.clone();
    dom::spawn(async move {
        let begun = loaded("palette").await.is_some_and(|program| program.begin().is_ok());
        match dom::target(&event) {
            Some(target) if begun => {
                let _ = target.dispatch_event(&event);
            }
            // Without it a link is a link.
            _ => {
                if let Some(link) = dom::around(&event, "a") {
                    link.click();
                }
            }
        }
    });
}

fn wants_palette(event: &Event) -> bool {
    let Some(pressed) = event.dyn_ref::<KeyboardEvent>() else {
        return dom::is_plain(event) && dom::around(event, "[data-palette]").is_some();
    };
    match pressed.key().as_str() {
        "k" if dom::is_modified(pressed) => true,
        "/" | "?" | "j" | "k" | "x" if !dom::is_modified(pressed) => {
            dom::around(event, "input:not([type=checkbox]), textarea, select").is_none()
        }
        _ => false,
    }
}

/// Begins and ends what a page that was just put in place wants and does not want.
pub fn seen() {
    let wanted = dom::first("[data-program]");
    if RUNNING.with_borrow(|running| running.as_ref().map(|running| &running.element) == wanted.as_ref()) {
        return;
    }
    if let Some(Running { program: Some(program), .. }) = RUNNING.take() {
        let _ = program.end();
    }
    if let Some(element) = wanted {
        RUNNING.set(Some(Running { element: element.clone(), program: None }));
        dom::spawn(start(element));
    }
}

async fn start(element: HtmlElement) {
    // Without its program the page works as it does without JavaScript.
    let Some(program) = loaded(&dom::get(&element, "data-program")).await else { return };
    let begins = RUNNING.with_borrow(|running| {
        // The page may have been left meanwhile.
        running.as_ref().is_some_and(|running| running.element == element && running.program.is_none())
    });
    if begins && program.begin().is_ok() {
        RUNNING.set(Some(Running { element, program: Some(program) }));
    }
}

async fn loaded(wanted: &str) -> Option<Program> {
    let name = ["program-", wanted].concat();
    let is_wanted = |meta: &&HtmlElement| dom::get(meta, "name") == name;
    let loading = NAMED.with_borrow(|all| load(&dom::get(all.iter().find(is_wanted)?, "content")).ok())?;
    let module = JsFuture::from(loading).await.ok()?;
    let program = module.unchecked_into::<Program>();
    JsFuture::from(program.init().ok()?).await.ok()?;
    Some(program)
}
