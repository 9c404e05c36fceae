// A sampler of MSL is a constant of the program (2.10).
constexpr metal::sampler smelt_sampler_linear_clamp(
        metal::coord::normalized, metal::address::clamp_to_edge, metal::filter::linear);
