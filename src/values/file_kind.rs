//! What a path leads to.

crate::choice! {
    pub enum FileKind {
        Regular = "file",
        Folder = "folder",
        /// Named, or standard input.
        Pipe = "pipe",
        Socket = "socket",
        Device = "device",
        Terminal = "terminal",
    }
}
