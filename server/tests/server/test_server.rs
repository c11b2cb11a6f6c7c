//! A server process.

use std::{
    env, fs,
    net::SocketAddr,
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    time::{Duration, Instant},
};

use tempfile::TempDir;

/// The limit of every wait, sufficient for a busy machine.
const TIMEOUT: Duration = Duration::from_secs(30);

/// The binary, without the settings of the environment.
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

/// A server that is killed at the end of the test.
#[derive(Debug)]
pub struct TestServer {
    child: Child,
    directory: TempDir,
    pub address: SocketAddr,
}

impl TestServer {
    /// Starts `treffpunkt serve` with these settings, on a SQLite file.
    pub fn serve(settings: &[&str]) -> Self {
        Self::start("serve", settings)
    }

    /// Starts `treffpunkt serve` with a hard limit of open files.
    pub fn serve_with_open_files(limit: u32) -> Self {
        let mut shell = Command::new("sh");
        shell
            .arg("-c")
            .arg(format!("ulimit -n {limit} && exec \"$0\" serve"))
            .arg(env!("CARGO_BIN_EXE_treffpunkt"));
        Self::run(shell, &[])
    }

    /// Starts `serve` or `demo` and waits until it is ready.
    pub fn start(command: &str, settings: &[&str]) -> Self {
        Self::run(treffpunkt(&[command]), settings)
    }

    fn run(mut command: Command, settings: &[&str]) -> Self {
        let directory = TempDir::new().unwrap();
        let child = command
            .env("TREFFPUNKT_LISTEN", "127.0.0.1:0")
            .env("TREFFPUNKT_DATABASE_URL", database_url(directory.path()))
            .args(settings)
            .current_dir(directory.path())
            .stdout(fs::File::create(directory.path().join("stdout")).unwrap())
            .stderr(fs::File::create(directory.path().join("log")).unwrap())
            .stdin(Stdio::null())
            .spawn()
            .unwrap();
        let mut server = Self {
            child,
            directory,
            address: SocketAddr::from(([127, 0, 0, 1], 0)),
        };
        server.address = server.wait_until_ready();
        server
    }

    fn wait_until_ready(&mut self) -> SocketAddr {
        let start = Instant::now();
        loop {
            let log = self.log();
            // As JSON or as text: `"listens":"127.0.0.1:3000"`, `listens=127.0.0.1:3000`.
            if let Some((_, rest)) = log.split_once("listens") {
                let address = rest.trim_start_matches(['"', ':', '=']);
                let end = address.find(['"', ' ', '\n']).unwrap_or(address.len());
                return address[..end].parse().unwrap();
            }
            assert!(self.child.try_wait().unwrap().is_none(), "ended: {log}");
            assert!(start.elapsed() < TIMEOUT, "not ready: {log}");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// The log so far.
    pub fn log(&self) -> String {
        fs::read_to_string(self.directory.path().join("log")).unwrap()
    }

    /// The standard output so far.
    pub fn stdout(&self) -> String {
        fs::read_to_string(self.directory.path().join("stdout")).unwrap()
    }

    /// The token of the sign-in link that a demo server printed.
    pub fn link_token(&self) -> String {
        let printed = self.stdout();
        let (_, token) = printed.split_once("/sign-in/").unwrap();
        token.trim().to_owned()
    }

    /// The URL of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Sends a signal by `kill`.
    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill")
            .args([format!("-{name}"), self.child.id().to_string()])
            .status()
            .unwrap();
        assert!(sent.success());
    }

    /// Waits for the exit. Returns the status and the duration.
    pub fn wait_until_exit(&mut self) -> (ExitStatus, Duration) {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return (status, start.elapsed());
            }
            assert!(start.elapsed() < TIMEOUT, "does not end: {}", self.log());
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for TestServer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The URL of a SQLite file in a directory.
pub fn database_url(directory: &Path) -> String {
    format!("sqlite:{}", directory.join("treffpunkt.sqlite").display())
}
