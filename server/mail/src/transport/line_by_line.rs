//! A connection that gives away no more than the line that is asked for.

use std::{
    io,
    net::SocketAddr,
    pin::Pin,
    task::{Context, Poll, ready},
};

use lettre::transport::smtp::client::AsyncTokioStream;
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::TcpStream,
};

/// A TCP stream that is read up to the end of a line at most.
///
/// lettre keeps what it has read ahead when STARTTLS begins, and takes it for answers that came
/// encrypted. Whoever sits on the line could so slip answers in, each later one would be taken for
/// the one before it, and a mail that was refused would count as accepted. Here what follows the
/// server's "go ahead" is still unread when encryption begins, and fails there (RFC 3207 §6).
#[derive(Debug)]
pub(super) struct LineByLine(TcpStream);

impl LineByLine {
    /// As much as is looked at in one go; an answer's line has at most 512 bytes (RFC 5321
    /// §4.5.3.1.5).
    const LOOK_AHEAD: usize = 1024;

    pub(super) async fn connect(host: &str, port: u16) -> io::Result<Self> {
        let stream = TcpStream::connect((host, port)).await?;
        // Commands are short and wait for their answers.
        stream.set_nodelay(true)?;
        Ok(Self(stream))
    }
}

impl AsyncRead for LineByLine {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        wanted: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let mut bytes = [0; Self::LOOK_AHEAD];
        let most = wanted.remaining().min(bytes.len());
        let mut ahead = ReadBuf::new(&mut bytes[..most]);
        let seen = ready!(self.0.poll_peek(cx, &mut ahead))?;
        let line = ahead
            .filled()
            .iter()
            .position(|byte| *byte == b'\n')
            .map_or(seen, |end| end + 1);
        let mut read = ReadBuf::new(&mut bytes[..line]);
        if line > 0 {
            ready!(Pin::new(&mut self.0).poll_read(cx, &mut read))?;
        }
        wanted.put_slice(read.filled());
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for LineByLine {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(cx)
    }
}

impl AsyncTokioStream for LineByLine {
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        self.0.peer_addr()
    }
}
