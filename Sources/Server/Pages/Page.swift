/// A page of the web: values in, HTML out.
package protocol Page: Sendable {
    /// The language of the page's own words.
    var locale: PageLocale { get }
    /// The same page in the other language, if there is such an address.
    var otherLanguage: String? { get }
    /// The name of the template.
    static var template: String { get }
    /// What the template may ask for, beyond the frame around every page.
    var fields: PageFields { get }
}

extension Page {
    /// The whole document.
    /// - Throws: `PageError` when template and page do not fit together.
    package func html() throws(PageError) -> String {
        let frame: PageFields = [
            "lang": .text(locale.rawValue),
            "css": .text(Assets.path("raiz.css")),
            "script": .text(Assets.path("chat.js")),
            "icon": .text(Assets.path("icon.svg")),
            "other-language": .text(otherLanguage),
            "other-lang": .text(locale.other.rawValue),
        ]
        let all = fields.merging(frame) { own, _ in own }
        return try PageLibrary.shipped.get().render(Self.template, all, in: locale)
    }
}

/// Where a planning matrix can be downloaded, one address for each format.
package struct MatrixLinks: Sendable, Equatable {
    package var xlsx: String
    package var csv: String
    package var json: String

    package init(xlsx: String, csv: String, json: String) {
        self.xlsx = xlsx
        self.csv = csv
        self.json = json
    }

    var fields: PageFields { ["xlsx": .text(xlsx), "csv": .text(csv), "json": .text(json)] }
}

extension String {
    /// As one segment of a path: everything but letters, digits, `-`, `_` and `~` in percent notation.
    var asPathSegment: String {
        var segment = ""
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "~"):
                segment.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                segment += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return segment
    }
}
