package dev.smelt.examples.gallery.physics;

import static dev.smelt.dsl.Msl.*;

import dev.smelt.dsl.Float3;
import dev.smelt.dsl.Float4;
import dev.smelt.dsl.Kernel;
import dev.smelt.dsl.ThreadIndexInThreadgroup;
import dev.smelt.dsl.ThreadPositionInGrid;
import dev.smelt.dsl.Threadgroup;

/** Bodies that attract each other: all pairs, by tiles of bodies in threadgroup memory. */
final class NBody {
    /** Threads of a threadgroup, and bodies of a tile. */
    static final int GROUP = 64;

    /** A body. */
    record Body(Float3 position, Float3 velocity, float mass) {}

    private NBody() {}

    /**
     * One step of time, on a grid of whole threadgroups of {@link #GROUP} that covers the bodies.
     *
     * @param softening the square of the distance within which attraction fades
     */
    @Kernel
    static void step(
            Body[] now,
            Body[] next,
            float time,
            float softening,
            @Threadgroup(GROUP) Float4[] tile,
            @ThreadPositionInGrid int i,
            @ThreadIndexInThreadgroup int lane) {
        int count = now.length;
        Body body = now[min(i, count - 1)];
        Float3 pull = new Float3(0f, 0f, 0f);
        for (int first = 0; first < count; first += GROUP) {
            int other = first + lane;
            // Beyond the last body is one without mass.
            tile[lane] = other < count ? new Float4(now[other].position(), now[other].mass()) : new Float4(0f);
            threadgroupBarrier();
            for (int k = 0; k < GROUP; k++) {
                pull = pull.add(attraction(body.position(), tile[k], softening));
            }
            threadgroupBarrier();
        }
        if (i < count) {
            Float3 velocity = body.velocity().add(pull.mul(time));
            next[i] = new Body(body.position().add(velocity.mul(time)), velocity, body.mass());
        }
    }

    private static Float3 attraction(Float3 position, Float4 other, float softening) {
        Float3 towards = other.xyz().sub(position);
        float distance = dot(towards, towards) + softening;
        return towards.mul(other.w() / (distance * sqrt(distance)));
    }
}
