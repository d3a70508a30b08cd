import Foundation

/// The body of a message on its way to the Cloud API.
struct WhatsAppBody: Encodable {
    enum CodingKeys: String, CodingKey {
        case product = "messaging_product"
        case recipientType = "recipient_type"
        case to, recipient, type, text, interactive, template
        case callbackData = "biz_opaque_callback_data"
    }

    struct Text: Encodable {
        enum CodingKeys: String, CodingKey {
            case body
            case previewURL = "preview_url"
        }

        var body: String
        /// A preview of a link would push the question off the screen.
        var previewURL = false
    }

    struct Words: Encodable {
        var text: String
    }

    struct Interactive: Encodable {
        var type: String
        var body: Words
        var action: Action
    }

    struct Action: Encodable {
        var buttons: [Button]?
        var button: String?
        var sections: [Section]?
    }

    struct Button: Encodable {
        var type = "reply"
        var reply: Option
    }

    struct Section: Encodable {
        var rows: [Option]
    }

    struct Option: Encodable {
        var id: String
        var title: String
    }

    struct Template: Encodable {
        struct Language: Encodable {
            var code: String
        }

        struct Component: Encodable {
            var type = "body"
            var parameters: [Parameter]
        }

        struct Parameter: Encodable {
            var type = "text"
            var text: String
        }

        var name: String
        var language: Language
        var components: [Component]?
    }

    let product = "whatsapp"
    var recipientType: String
    var to: String?
    var recipient: String?
    var type: String
    var text: Text?
    var interactive: Interactive?
    var template: Template?
    /// Comes back in every status.
    var callbackData: String
}

/// The body of a read mark that also shows that an answer is being written.
struct WhatsAppReadMark: Encodable {
    enum CodingKeys: String, CodingKey {
        case product = "messaging_product"
        case status
        case message = "message_id"
        case typing = "typing_indicator"
    }

    struct Typing: Encodable {
        var type = "text"
    }

    let product = "whatsapp"
    var status = "read"
    var message: String
    var typing = Typing()
}
