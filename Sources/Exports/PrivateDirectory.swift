import Foundation

/// Runs `body` with the path of a new directory that only this server's user can read.
///
/// The directory is gone afterwards with all that is in it, also when `body` throws: people's words stay in no
/// temporary file.
func withPrivateDirectory<Result>(
    in parent: String = FileManager.default.temporaryDirectory.path,
    _ body: (String) throws(ExportError) -> Result
) throws(ExportError) -> Result {
    var template = Array("\(parent)/raiz-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
        throw ExportError(.temporaryFile, String(cString: strerror(errno)))
    }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
}
