import Dialogue

/// The sostenedor: a DAEM or a SLEP. The tenant.
package struct Organization: Sendable, Equatable, Codable {
    package var id: String
    package var name: String
    /// Whom its people turn to with their rights over their data: an office and how to reach it.
    package var contact: String?

    package init(id: String, name: String, contact: String? = nil) {
        self.id = id
        self.name = name
        self.contact = contact
    }
}

/// An escuela, liceo, jardín or sala cuna. It owns its data; nothing crosses establishments.
package struct Establishment: Sendable, Equatable, Codable {
    package var id: String
    package var organization: String
    package var name: String
    /// The standing join code: six letters and digits that bind an address to this establishment.
    package var joinCode: String

    package init(id: String, organization: String, name: String, joinCode: String) {
        self.id = id
        self.organization = organization
        self.name = name
        self.joinCode = joinCode
    }
}

/// A member of the accompanying team, and the establishments assigned to them.
package struct Facilitator: Sendable, Equatable, Codable {
    package var id: String
    package var organization: String
    /// How the team calls them: a role, not a person's name.
    package var title: String
    package var establishments: [String]

    package init(id: String, organization: String, title: String, establishments: [String]) {
        self.id = id
        self.organization = organization
        self.title = title
        self.establishments = establishments
    }
}

/// A member of a school team. Their role is known, their name is not.
package struct Participant: Sendable, Equatable {
    package var id: String
    package var establishment: String
    package var role: String?
    /// The version of the privacy notice that was shown to them, and when.
    package var noticeVersion: String
    package var joinedAt: Int64

    package init(id: String, establishment: String, role: String? = nil, noticeVersion: String, joinedAt: Int64) {
        self.id = id
        self.establishment = establishment
        self.role = role
        self.noticeVersion = noticeVersion
        self.joinedAt = joinedAt
    }
}

/// Where a participant is reached: a conversation on an account of a channel.
package struct Address: Sendable, Equatable {
    /// Where an address stands outside of dialogues.
    package enum Stage: String, Sendable {
        /// Nothing was said yet.
        case new
        /// The notice was given; the join code is awaited.
        case code
        /// Joined; the role is awaited.
        case role
        /// Ready to start a flow, or inside one.
        case ready
        /// Asked to delete their data; the confirmation is awaited.
        case deleting
        /// Wants to open a team's dialogue; the flow is awaited.
        case team
        /// Chose the flow of a team's dialogue; whether they also answer is awaited.
        case leading
        /// Came back to a dialogue after long; whether what they wrote is an answer to it is awaited.
        case returning
    }

    package var id: String
    package var account: String
    /// The account's own opaque id for the conversation.
    package var external: String
    package var stage: Stage
    package var locale: String
    package var participant: String?
    /// The dialogue that hears what this address says.
    package var dialogue: String?
    /// What the stage is about: the flow to open, the code of the dialogue to join, the words to take or leave.
    package var pending: String?
    /// Whether it is a group's conversation.
    package var isGroup = false
    /// When it last said something: providers give free words a window from then on.
    package var heardAt: Int64?
    /// Why nothing reaches it until it says something again: it blocked the bot, it left.
    package var unreachable: String?
    /// When a template was last sent to it, to bring it back.
    package var templateAt: Int64?

    package init(
        id: String,
        account: String,
        external: String,
        stage: Stage = .new,
        locale: String,
        participant: String? = nil,
        dialogue: String? = nil
    ) {
        self.id = id
        self.account = account
        self.external = external
        self.stage = stage
        self.locale = locale
        self.participant = participant
        self.dialogue = dialogue
    }
}

/// One run of one flow version in one establishment.
package struct DialogueRecord: Sendable, Equatable {
    package var id: String
    package var establishment: String
    package var flow: String
    /// The content hash of the program it began with, and ends with.
    package var version: String
    package var state: DialogueState
    /// The code with which people come into a team's dialogue.
    package var joinCode: String?
    package var startedAt: Int64
    package var updatedAt: Int64

    package init(
        id: String,
        establishment: String,
        flow: String,
        version: String,
        state: DialogueState,
        joinCode: String? = nil,
        startedAt: Int64,
        updatedAt: Int64
    ) {
        self.id = id
        self.establishment = establishment
        self.flow = flow
        self.version = version
        self.state = state
        self.joinCode = joinCode
        self.startedAt = startedAt
        self.updatedAt = updatedAt
    }
}

/// A party of a dialogue and the address at which it is reached.
package struct DialogueParty: Sendable, Equatable {
    package var party: String
    package var address: String

    package init(party: String, address: String) {
        self.party = party
        self.address = address
    }
}

/// One message of the transcript, in or out.
package struct TranscriptMessage: Sendable, Equatable {
    /// Who speaks.
    package enum Direction: String, Sendable {
        case inbound = "in"
        case outbound = "out"
    }

    /// Grows with every message of the store; 0 until it is stored.
    package var sequence: Int64
    package var id: String
    package var address: String
    package var establishment: String?
    package var dialogue: String?
    package var direction: Direction
    package var text: String
    package var choices: [Choice]
    package var at: Int64
    /// The provider's id of what came in, by which edits and deletions name it.
    package var providerID: String?

    package init(
        sequence: Int64 = 0,
        id: String,
        address: String,
        establishment: String?,
        dialogue: String?,
        direction: Direction,
        text: String,
        choices: [Choice] = [],
        at: Int64,
        providerID: String? = nil
    ) {
        self.sequence = sequence
        self.id = id
        self.address = address
        self.establishment = establishment
        self.dialogue = dialogue
        self.direction = direction
        self.text = text
        self.choices = choices
        self.at = at
        self.providerID = providerID
    }
}

/// What was answered to one inbound event, so that its repetition is answered alike and changes nothing.
package struct Receipt: Sendable, Equatable, Codable {
    package var dialogue: String?
    /// The transcript ids of the answers, in order.
    package var messages: [String]

    package init(dialogue: String?, messages: [String]) {
        self.dialogue = dialogue
        self.messages = messages
    }
}
