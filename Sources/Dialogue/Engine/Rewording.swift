extension Run {
    /// A proposal in the language of whoever began; nothing where no pattern fits.
    func suggestion(_ suggest: Suggest) -> Value? {
        nil
    }
}
