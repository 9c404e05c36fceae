// A sampler of MSL is a constant of the program (2.10).
constexpr metal::sampler smelt_sampler_nearest_repeat(
        metal::coord::normalized, metal::address::repeat, metal::filter::nearest);
