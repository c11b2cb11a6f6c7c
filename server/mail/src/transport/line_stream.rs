//! A TCP stream that is read line by line.

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

/// A TCP stream whose reads end at a line break.
///
/// lettre keeps its read buffer at STARTTLS and treats buffered replies as encrypted. An attacker on the
/// network could inject a reply that shifts all later ones, so that a refused mail counts as accepted.
/// With this stream, data after the reply to STARTTLS is still unread when the handshake begins, and
/// the handshake fails (RFC 3207 §6).
#[derive(Debug)]
pub(super) struct LineStream(TcpStream);

impl LineStream {
    /// Bytes per peek. A reply line has at most 512 (RFC 5321 §4.5.3.1.5).
    const PEEK_BYTES: usize = 1024;

    pub(super) async fn connect(host: &str, port: u16) -> io::Result<Self> {
        let stream = TcpStream::connect((host, port)).await?;
        // Commands are short and wait for their replies.
        stream.set_nodelay(true)?;
        Ok(Self(stream))
    }
}

impl AsyncRead for LineStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let mut bytes = [0; Self::PEEK_BYTES];
        let limit = buffer.remaining().min(bytes.len());
        let mut peeked = ReadBuf::new(&mut bytes[..limit]);
        let length = ready!(self.0.poll_peek(cx, &mut peeked))?;
        let line = peeked
            .filled()
            .iter()
            .position(|byte| *byte == b'\n')
            .map_or(length, |end| end + 1);
        let mut read = ReadBuf::new(&mut bytes[..line]);
        if line > 0 {
            ready!(Pin::new(&mut self.0).poll_read(cx, &mut read))?;
        }
        buffer.put_slice(read.filled());
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for LineStream {
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

impl AsyncTokioStream for LineStream {
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        self.0.peer_addr()
    }
}
