import Channels
import Crypto
import Foundation

/// A file on its way in, written as it comes, so that nobody's file fills the memory.
package final class Upload {
    /// Too many bytes came.
    package struct TooBig: Error {}

    /// The id of the message that it will belong to.
    package let message: String
    package private(set) var size = 0
    private let folder: URL
    private let part: URL
    private let handle: FileHandle
    private var hasher = SHA256()

    /// Begins a file beside the database.
    package init(message: String, in folder: URL) throws {
        self.message = message
        self.folder = folder
        part = Attachments.file(message, in: folder).appendingPathExtension("part")
        try FileManager.default.createDirectory(
            at: part.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        guard FileManager.default.createFile(atPath: part.path, contents: nil) else {
            throw CocoaError(.fileWriteUnknown)
        }
        handle = try FileHandle(forWritingTo: part)
    }

    /// Takes the next bytes.
    ///
    /// - Throws: `TooBig` past `MediaLimits.bytes`.
    package func write(_ bytes: Data) throws {
        size += bytes.count
        guard size <= MediaLimits.bytes else { throw TooBig() }
        hasher.update(data: bytes)
        try handle.write(contentsOf: bytes)
    }

    /// Keeps the file on disk under the id of its message, and describes it.
    package func finish(kind: Media.Kind, type: String, name: String?) throws -> Media {
        try handle.synchronize()
        try handle.close()
        try FileManager.default.moveItem(at: part, to: Attachments.file(message, in: folder))
        let hash = hasher.finalize().map { String(format: "%02x", $0) }.joined()
        return Media(
            kind: kind,
            reference: Visit.uploadPrefix + message,
            type: type,
            size: size,
            sha256: hash,
            name: name
        )
    }

    /// Leaves nothing of it.
    package func discard() {
        try? handle.close()
        try? FileManager.default.removeItem(at: part)
        try? Attachments.delete(message, in: folder)
    }
}
