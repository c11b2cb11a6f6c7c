//! One client that opens many connections or sends slowly does not hold up the others.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
    time::{Duration, Instant},
};

use crate::test_server::TestServer;

/// Everything that others wait for is answered within this time.
const LIMIT: Duration = Duration::from_secs(2);

/// Sends the request over a connection of its own. Returns the response.
fn exchange(server: &TestServer, request: &str) -> String {
    let mut connection = TcpStream::connect(server.address).unwrap();
    connection.set_read_timeout(Some(LIMIT)).unwrap();
    connection.write_all(request.as_bytes()).unwrap();
    let mut response = Vec::new();
    connection.read_to_end(&mut response).unwrap();
    String::from_utf8_lossy(&response).into_owned()
}

fn status(server: &TestServer, request: &str) -> u16 {
    let response = exchange(server, request);
    response.split(' ').nth(1).unwrap().parse().unwrap()
}

const HEALTH: &str = "GET /healthz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";
const PAGE: &str = "GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n";

fn connect(server: &TestServer, begun: &str) -> TcpStream {
    let mut connection = TcpStream::connect(server.address).unwrap();
    // The server may have refused the connection.
    let _ = connection.write_all(begun.as_bytes());
    connection
}

#[test]
fn bodies_that_trickle_hold_up_nobody() {
    let server = TestServer::serve(&["--max-requests=8"]);
    let begun = "POST /do/sign-in HTTP/1.1\r\nhost: x\r\n\
        content-type: application/x-www-form-urlencoded\r\ncontent-length: 1000\r\n\r\na";
    let mut trickling: Vec<_> = (0..520).map(|_| connect(&server, begun)).collect();
    std::thread::sleep(Duration::from_millis(300));
    for connection in &mut trickling {
        let _ = connection.write_all(b"b");
    }
    let start = Instant::now();
    assert_eq!(status(&server, PAGE), 200);
    // A complete form of the same client is accepted, too.
    let form = "POST /do/choose-language HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\
        content-type: application/x-www-form-urlencoded\r\ncontent-length: 11\r\n\r\nlanguage=en";
    assert_eq!(status(&server, form), 303);
    assert!(start.elapsed() < LIMIT, "{:?}", start.elapsed());
}

#[test]
fn idle_connections_leave_room() {
    let server = TestServer::serve(&["--max-connections=64"]);
    // The head of a request without its end is idle, too.
    let idle: Vec<_> = ["", "GET / HTTP/1.1\r\nhost: x\r\n"]
        .iter()
        .flat_map(|begun| {
            (0..100)
                .map(|_| connect(&server, begun))
                .collect::<Vec<_>>()
        })
        .collect();
    assert_eq!(status(&server, HEALTH), 200);
    assert_eq!(status(&server, PAGE), 200);
    drop(idle);
}

#[test]
fn more_connections_than_open_files_are_no_fault() {
    let server = TestServer::serve_with_open_files(200);
    let idle: Vec<_> = (0..400).map(|_| connect(&server, "")).collect();
    for _ in 0..20 {
        assert_eq!(status(&server, HEALTH), 200);
        assert_eq!(status(&server, PAGE), 200);
    }
    drop(idle);
    assert!(!server.log().contains("cannot accept"), "{}", server.log());
}

#[test]
fn a_request_has_one_host() {
    let server = TestServer::serve(&[]);
    for (head, expected) in [
        ("GET /healthz HTTP/1.1\r\nhost: x\r\n", 200),
        ("GET /healthz HTTP/1.1\r\n", 400),
        ("GET /healthz HTTP/1.1\r\nhost: x\r\nhost: x\r\n", 400),
        ("GET /healthz HTTP/1.1\r\nhost: a@b\r\n", 400),
        ("GET / HTTP/1.1\r\n", 400),
        ("GET /healthz HTTP/1.0\r\n", 200),
    ] {
        let request = format!("{head}connection: close\r\n\r\n");
        assert_eq!(status(&server, &request), expected, "{head}");
    }
}
