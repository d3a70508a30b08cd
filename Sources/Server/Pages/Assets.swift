/// The files that pages need, inside the program so that it runs from any folder.
package enum Assets {
    /// A file under `/assets/` by its name, `nil` if there is none.
    package static func asset(named name: String) -> (bytes: [UInt8], contentType: String)? {
        switch name {
        case "raiz.css": (style, "text/css; charset=utf-8")
        case "chat.js": (PackageResources.chat_js, "text/javascript; charset=utf-8")
        case "icon.svg": (PackageResources.icon_svg, "image/svg+xml")
        default: nil
        }
    }

    /// The address of an asset, which changes when its content does: a browser may keep it for a year.
    package static func path(_ name: String) -> String {
        guard let version = versions[name] else { return "/assets/\(name)" }
        return "/assets/\(name)?v=\(version)"
    }

    /// What tells one version of an asset from the next (FNV-1a, 64 bits, hexadecimal). Not for secrets.
    package static func contentHash(_ bytes: [UInt8]) -> String {
        let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// Written in three files, sent as one.
    private static let style = PackageResources.raiz_css + PackageResources.chat_css + PackageResources.look_css

    /// The templates by name, as text.
    static var templates: [String: String] {
        [
            "chat": PackageResources.chat_mustache,
            "entry": PackageResources.entry_mustache,
            "error": PackageResources.error_mustache,
            "home": PackageResources.home_mustache,
            "layout": PackageResources.layout_mustache,
            "look": PackageResources.look_mustache,
            "mark": PackageResources.mark_mustache,
            "matrix": PackageResources.matrix_mustache,
            "roots": PackageResources.roots_mustache,
        ].mapValues { String(decoding: $0, as: UTF8.self) }
    }

    private static let versions: [String: String] = ["raiz.css", "chat.js", "icon.svg"].reduce(into: [:]) {
        if let asset = asset(named: $1) { $0[$1] = contentHash(asset.bytes) }
    }
}
