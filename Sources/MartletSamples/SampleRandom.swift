// Numbers that look random and are the same for the same seed.

/// SplitMix64; seed 0 always gives the first choice.
struct SampleRandom: Sendable {
    private var state: UInt64
    let isPlain: Bool
    /// Tells the elements of a list apart that must differ.
    var variant = 0

    init(_ seed: UInt64) {
        state = seed
        isPlain = seed == 0
    }

    /// A place in a list of `count` elements.
    mutating func place(in count: Int) -> Int {
        guard count > 1 else { return 0 }
        return isPlain ? variant % count : Int(next() % UInt64(count))
    }

    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
