//! `treffpunkt-wasm-bindgen WASM FOLDER` writes `treffpunkt.js` and `treffpunkt_bg.wasm` for the browser
//! from a WebAssembly module that Cargo compiled. It is the part of `wasm-bindgen-cli` that this project uses.

use std::{env, process::ExitCode};

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<_> = env::args_os().skip(1).collect();
    let [module, folder] = arguments.as_slice() else {
        eprintln!("usage: treffpunkt-wasm-bindgen WASM FOLDER");
        return ExitCode::FAILURE;
    };
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).out_name("treffpunkt");
    match bindgen
        .web(true)
        .and_then(|bindgen| bindgen.generate(folder))
    {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:?}");
            ExitCode::FAILURE
        }
    }
}
