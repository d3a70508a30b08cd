import Mustache

/// The templates, checked once and rendered strictly.
package struct PageLibrary: Sendable {
    private let library: MustacheLibrary

    /// The templates that ship with the program.
    package static let shipped: Result<PageLibrary, PageError> = Result { () throws(PageError) in
        try PageLibrary(texts: Assets.templates)
    }

    /// Reads templates, each by its name without extension.
    /// - Throws: `PageError.brokenTemplate` for an unsafe tag, an unknown partial or a syntax error.
    package init(texts: [String: String]) throws(PageError) {
        MustacheContentTypes.register(PageEscaper(), named: PageEscaper.name)
        var templates: [String: MustacheTemplate] = [:]
        for (name, text) in texts {
            if let reason = Self.fault(in: text, known: texts) {
                throw .brokenTemplate(name: name, reason: reason)
            }
            do {
                // A partial starts over with the built-in escaper, so every template names ours.
                templates[name] = try MustacheTemplate(string: "{{% CONTENT_TYPE: \(PageEscaper.name)}}\n" + text)
            } catch {
                throw .brokenTemplate(name: name, reason: "\(error)")
            }
        }
        library = MustacheLibrary(templates: templates)
    }

    /// The page as HTML.
    /// - Throws: `PageError.noTemplate`, and `PageError.unknownNames` when the template asks for what it was not given.
    package func render(_ name: String, _ fields: PageFields, in locale: PageLocale) throws(PageError) -> String {
        let outermost = PageScope.Outermost(locale: locale)
        let scope = PageScope(fields: fields, outermost: outermost)
        guard let html = library.render(scope, withTemplate: name) else { throw .noTemplate(name) }
        guard outermost.unknown.isEmpty else { throw .unknownNames(template: name, names: outermost.unknown) }
        return html
    }

    /// The first tag that could let text through unescaped or a mistake through unseen.
    private static func fault(in text: String, known: [String: String]) -> String? {
        for piece in text.split(separator: "{{", omittingEmptySubsequences: false).dropFirst() {
            guard let end = piece.firstRange(of: "}}") else { return "a tag is not closed" }
            let tag = String(piece[..<end.lowerBound])
            let sigil = tag.first.flatMap { "#^/$!<>".contains($0) ? $0 : nil }
            let name = sigil == nil ? tag : String(tag.dropFirst())
            if sigil == "!" { continue }
            // Plain names only: no triple braces, no ampersand, no other delimiters, no dots, calls or pragmas.
            guard !name.isEmpty, name.utf8.allSatisfy(isNameByte) else { return "the tag {{\(tag)}} is not allowed" }
            if sigil == ">" || sigil == "<", known[name] == nil { return "it includes «\(name)», which does not exist" }
        }
        return nil
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
