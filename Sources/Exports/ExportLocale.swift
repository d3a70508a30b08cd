/// The language of headings, notices and error sentences.
package enum ExportLocale: String, Sendable, CaseIterable {
    case spanish = "es-CL"
    case english = "en"
}
