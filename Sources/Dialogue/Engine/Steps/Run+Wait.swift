/// Time for the team.
extension Run {
    mutating func question(_ wait: Wait, to party: Party) {
        tell(party, wait.prompt, wait.minutes.map { ["minutes": .number($0)] } ?? [:])
        if !isShared || isLead(party) { tell(party, "engine/go-on-when-ready") }
    }
}
