import Crypto
import Foundation

extension Attachments {
    /// Where the file of a message is.
    package static func file(_ message: String, in folder: URL) -> URL {
        // Ids are ours and hold no separators; the prefix keeps folders small.
        folder.appending(path: String(message.suffix(2))).appending(path: message)
    }

    /// Keeps the file of a message, whole or not at all.
    package static func keep(_ bytes: Data, of message: String, in folder: URL) throws {
        let file = file(message, in: folder)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try bytes.write(to: file, options: .atomic)
    }

    /// Deletes the file of a message, if there is one.
    package static func delete(_ message: String, in folder: URL) throws {
        let file = file(message, in: folder)
        guard FileManager.default.fileExists(atPath: file.path) else { return }
        try FileManager.default.removeItem(at: file)
    }

    /// What tells whether bytes are the same: SHA-256, lower-case hexadecimal.
    package static func hash(_ bytes: Data) -> String {
        SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined()
    }
}
