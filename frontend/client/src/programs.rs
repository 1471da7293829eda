//! Programs of single pages. An element with `data-program` is brought alive by the program of that name, which is loaded
//! when it is first needed and ends when the element is gone.

use js_sys::Promise;
use std::cell::RefCell;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

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
    /// The addresses of the programs, by `program-NAME`.
    static ADDRESSES: RefCell<Vec<(String, String)>> = const { RefCell::new(Vec::new()) };
    static RUNNING: RefCell<Option<Running>> = const { RefCell::new(None) };
}

/// Brings the first page alive. INVARIANT: which programs there are is said by the head of the document as it was loaded;
/// nothing that is put in place later names another.
pub fn begin() {
    let programs = dom::every("head > meta[name^=program-]");
    let address = |meta: &HtmlElement| Some((meta.get_attribute("name")?, meta.get_attribute("content")?));
    ADDRESSES.set(programs.iter().filter_map(address).collect());
    seen();
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
    let Some(program) = loaded(&element).await else { return };
    let begins = RUNNING.with_borrow(|running| {
        // The page may have been left meanwhile.
        running.as_ref().is_some_and(|running| running.element == element && running.program.is_none())
    });
    if begins && program.begin().is_ok() {
        RUNNING.set(Some(Running { element, program: Some(program) }));
    }
}

async fn loaded(element: &HtmlElement) -> Option<Program> {
    let wanted = element.get_attribute("data-program")?;
    let is_wanted = |name: &str| name.strip_prefix("program-") == Some(wanted.as_str());
    let loading = ADDRESSES.with_borrow(|all| load(&all.iter().find(|(name, _)| is_wanted(name))?.1).ok())?;
    let module = JsFuture::from(loading).await.ok()?;
    let program = module.unchecked_into::<Program>();
    JsFuture::from(program.init().ok()?).await.ok()?;
    Some(program)
}
