/// What a channel can carry and show: the renderer keeps to it, and flows are checked against it.
public struct Capabilities: Sendable, Equatable {
    /// How a channel counts the length of a text.
    public enum Unit: String, Sendable, Equatable, CaseIterable {
        /// Unicode code points.
        case characters
        /// Bytes of UTF-8.
        case bytes
        /// Code units of UTF-16.
        case utf16
    }

    /// A longest length, in the channel's own unit.
    public struct Length: Sendable, Equatable {
        /// The most there may be.
        public var limit: Int
        /// Of what.
        public var unit: Unit

        /// A length.
        public init(_ limit: Int, _ unit: Unit) {
            self.limit = limit
            self.unit = unit
        }

        /// How long a text is in this unit.
        public func count(_ text: some StringProtocol) -> Int {
            switch unit {
            case .characters: text.unicodeScalars.count
            case .bytes: text.utf8.count
            case .utf16: text.utf16.count
            }
        }

        /// Whether a text is short enough.
        public func fits(_ text: some StringProtocol) -> Bool { count(text) <= limit }

        /// The longest beginning of a text that fits. It never cuts a letter or an emoji in two.
        public func prefix(of text: Substring) -> Substring {
            guard !fits(text) else { return text }
            var length = 0
            var end = text.startIndex
            while end < text.endIndex {
                let next = text.index(after: end)
                length += count(text[end..<next])
                guard length <= limit else { break }
                end = next
            }
            return text[..<end]
        }
    }

    /// A way to offer options: so many, with labels so long.
    public struct Options: Sendable, Equatable {
        /// Options at most.
        public var most: Int
        /// How long each label may be.
        public var label: Length

        /// A way to offer options.
        public init(most: Int, label: Length) {
            self.most = most
            self.label = label
        }

        /// Whether these labels can be offered this way.
        public func fit(_ labels: [String]) -> Bool {
            (1...most).contains(labels.count) && labels.allSatisfy { label.fits($0) }
        }
    }

    /// So many messages at once after a pause, and one more each time that `interval` has passed.
    public struct Pace: Sendable, Equatable {
        /// The time for one more message.
        public var interval: Duration
        /// Messages at once after a pause.
        public var burst: Int

        /// A pace.
        public init(every interval: Duration, burst: Int) {
            self.interval = interval
            self.burst = burst
        }
    }

    /// The channel's name as people know it: `WhatsApp`.
    public var name: String
    /// The longest text of one message; `nil` where there is no limit worth naming.
    public var text: Length?
    /// The longest text of a message that also offers options, where that is shorter.
    public var textWithOptions: Length?
    /// Buttons under a message.
    public var buttons: Options?
    /// A list that opens.
    public var list: Options?
    /// Whether a group can be one address.
    public var hasGroups: Bool
    /// Whether people see that an answer is being written.
    public var showsTyping: Bool
    /// How long after a person's last message free words may be sent to them; `nil` for ever.
    public var window: Duration?
    /// Whether each message costs, so that what is said at once is said in one message.
    public var joinsMessages: Bool
    /// How fast one account may send.
    public var accountPace: Pace?
    /// How fast one person may be sent to.
    public var addressPace: Pace?
    /// How fast one group may be sent to.
    public var groupPace: Pace?

    /// A record of capabilities.
    public init(
        name: String,
        text: Length? = nil,
        textWithOptions: Length? = nil,
        buttons: Options? = nil,
        list: Options? = nil,
        hasGroups: Bool = false,
        showsTyping: Bool = false,
        window: Duration? = nil,
        joinsMessages: Bool = false,
        accountPace: Pace? = nil,
        addressPace: Pace? = nil,
        groupPace: Pace? = nil
    ) {
        self.name = name
        self.text = text
        self.textWithOptions = textWithOptions
        self.buttons = buttons
        self.list = list
        self.hasGroups = hasGroups
        self.showsTyping = showsTyping
        self.window = window
        self.joinsMessages = joinsMessages
        self.accountPace = accountPace
        self.addressPace = addressPace
        self.groupPace = groupPace
    }

    /// Whether options with these labels can be pressed here; otherwise they are numbered in the text.
    public func canPress(_ labels: [String]) -> Bool {
        [buttons, list].compactMap(\.self).contains { $0.fit(labels) }
    }
}
