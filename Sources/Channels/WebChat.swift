import Dialogue

/// The built-in web chat: its pages read the transcript, so nothing is sent.
package enum WebChat {
    package static let capabilities = Capabilities(
        name: "Chat web",
        buttons: .init(most: 100, label: .init(200, .characters))
    )
}
