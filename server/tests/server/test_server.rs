//! A running server.

use std::{
    env, fs,
    net::SocketAddr,
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    time::{Duration, Instant},
};

use tempfile::TempDir;

/// Longer than anything here takes, even on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// The binary, with no settings of the surroundings.
pub fn treffpunkt(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_treffpunkt"));
    for (name, _) in env::vars_os() {
        if name.to_string_lossy().starts_with("TREFFPUNKT_") {
            command.env_remove(name);
        }
    }
    command.args(arguments);
    command
}

/// A server that is ended with the test.
#[derive(Debug)]
pub struct Running {
    child: Child,
    folder: TempDir,
    pub address: SocketAddr,
}

impl Running {
    /// `treffpunkt serve` with these further settings, on an SQLite file.
    pub fn serve(settings: &[&str]) -> Self {
        Self::start("serve", settings)
    }

    /// Starts a command that serves, and waits until it is ready.
    pub fn start(command: &str, settings: &[&str]) -> Self {
        let folder = TempDir::new().unwrap();
        let child = treffpunkt(&[command])
            .env("TREFFPUNKT_LISTEN", "127.0.0.1:0")
            .env("TREFFPUNKT_DATABASE_URL", database_url(folder.path()))
            .args(settings)
            .current_dir(folder.path())
            .stdout(fs::File::create(folder.path().join("stdout")).unwrap())
            .stderr(fs::File::create(folder.path().join("log")).unwrap())
            .stdin(Stdio::null())
            .spawn()
            .unwrap();
        let mut running = Self {
            child,
            folder,
            address: SocketAddr::from(([127, 0, 0, 1], 0)),
        };
        running.address = running.until_ready();
        running
    }

    fn until_ready(&mut self) -> SocketAddr {
        let began = Instant::now();
        loop {
            let log = self.log();
            // As JSON or as a line for people: `"listens":"127.0.0.1:3000"`, `listens=127.0.0.1:3000`.
            if let Some((_, rest)) = log.split_once("listens") {
                let address = rest.trim_start_matches(['"', ':', '=']);
                let end = address.find(['"', ' ', '\n']).unwrap_or(address.len());
                return address[..end].parse().unwrap();
            }
            assert!(self.child.try_wait().unwrap().is_none(), "ended: {log}");
            assert!(began.elapsed() < PATIENCE, "not ready: {log}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// What was logged so far.
    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap()
    }

    /// What was printed so far.
    pub fn printed(&self) -> String {
        fs::read_to_string(self.folder.path().join("stdout")).unwrap()
    }

    /// The token of the link that a demo server printed, to sign in with.
    pub fn link_token(&self) -> String {
        let printed = self.printed();
        let (_, token) = printed.split_once("/sign-in/").unwrap();
        token.trim().to_owned()
    }

    /// Where a path of the server is.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Sends a signal, as `kill` does.
    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill")
            .args([format!("-{name}"), self.child.id().to_string()])
            .status()
            .unwrap();
        assert!(sent.success());
    }

    /// Waits until the server has ended; how, and how long that took.
    pub fn until_ended(&mut self) -> (ExitStatus, Duration) {
        let began = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return (status, began.elapsed());
            }
            assert!(began.elapsed() < PATIENCE, "does not end: {}", self.log());
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The address of an SQLite file in a folder.
pub fn database_url(folder: &Path) -> String {
    format!("sqlite:{}", folder.join("treffpunkt.sqlite").display())
}
