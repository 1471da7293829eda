//! RFB 3.8, the protocol of VNC, as far as the relay has to understand it: how a connection begins on both sides, and what
//! a viewer sends. What the machine shows passes unread.

pub mod client;
pub mod handshake;

/// The version that both sides speak.
pub const VERSION: &[u8; 12] = b"RFB 003.008\n";

/// No authentication.
pub const SECURITY_NONE: u8 = 1;
/// A challenge that is answered with the VNC password.
pub const SECURITY_VNC: u8 = 2;
