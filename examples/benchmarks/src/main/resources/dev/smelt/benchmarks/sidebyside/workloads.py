"""The workloads in NumPy, written with care: results go to arrays that are there already (out=), long arrays are taken in
blocks that stay in the second-level cache, and what can be a matrix product is one. Reads the name of a workload from each
line of standard input, and prints how many milliseconds it took, the mean of its result, and how many milliseconds of
processor time it took for each thread that worked."""
import os
import sys
import time

import numpy as np

F = np.float32


def spread(n, low, high, start):
    """n numbers between two others, all over the place; the same as Numbers.spread in Java."""
    fractions = np.modf((np.arange(n, dtype=np.float64) + start) * 0.6180339887498949)[0]
    return (low + (high - low) * fractions).astype(F)


def blocks(n, size):
    return [slice(i, min(i + size, n)) for i in range(0, n, size)]


class Fourier:
    def __init__(self):
        n = 100_000
        self.x = (np.pi * (2.0 * np.arange(n) / (n - 1) - 1)).astype(F)
        self.y, self.slope, self.t = np.empty(n, F), np.empty(n, F), np.empty(8192, F)

    def run(self):
        for block in blocks(len(self.x), 8192):
            x, y = self.x[block], self.y[block]
            t = self.t[: len(x)]
            y[:] = 0
            for term in range(999, -1, -1):
                harmonic = F(2 * term + 1)
                np.multiply(x, harmonic, out=t)
                np.sin(t, out=t)
                np.divide(t, harmonic, out=t)
                np.add(y, t, out=y)
            np.multiply(y, F(4 / np.pi), out=y)
        x, y, slope = self.x, self.y, self.slope
        np.divide(y[2:] - y[:-2], x[2:] - x[:-2], out=slope[1:-1])
        slope[0] = (y[1] - y[0]) / (x[1] - x[0])
        slope[-1] = (y[-1] - y[-2]) / (x[-1] - x[-2])
        return slope


class Sigmoid:
    def __init__(self):
        self.x = spread(10_000_000, -10, 10, 0)
        self.y = np.empty_like(self.x)

    def run(self):
        for block in blocks(len(self.x), 32_768):
            y = self.y[block]
            np.negative(self.x[block], out=y)
            np.exp(y, out=y)
            np.add(y, F(1), out=y)
            np.reciprocal(y, out=y)
        return self.y


class Saxpy:
    def __init__(self):
        self.x, self.y = spread(10_000_000, -1, 1, 0), np.zeros(10_000_000, F)
        self.t = np.empty(32_768, F)

    def run(self):
        for block in blocks(len(self.x), 32_768):
            y = self.y[block]
            t = self.t[: len(y)]
            np.multiply(self.x[block], F(0.5), out=t)
            np.add(y, t, out=y)
        return self.y


class BlackScholes:
    def __init__(self):
        n = 1_000_000
        self.price, self.strike = spread(n, 5, 30, 0), spread(n, 10, 40, 1)
        self.years = spread(n, 0.25, 10, 2)
        self.call, self.put = np.empty(n, F), np.empty(n, F)
        self.t = [np.empty(16_384, F) for _ in range(7)]

    @staticmethod
    def normal(d, k, t, out):
        np.abs(d, out=k)
        np.multiply(k, F(0.2316419), out=k)
        np.add(k, F(1), out=k)
        np.reciprocal(k, out=k)
        np.multiply(k, F(1.330274429), out=t)
        for c in (-1.821255978, 1.781477937, -0.356563782, 0.319381530):
            np.add(t, F(c), out=t)
            np.multiply(t, k, out=t)
        np.multiply(d, d, out=k)
        np.multiply(k, F(-0.5), out=k)
        np.exp(k, out=k)
        np.multiply(k, F(0.39894228), out=k)
        np.multiply(t, k, out=t)
        np.subtract(F(1), t, out=out)
        np.copyto(out, t, where=d < 0)

    def run(self):
        rate, volatility = F(0.02), F(0.3)
        for block in blocks(len(self.price), 16_384):
            s, x, years = self.price[block], self.strike[block], self.years[block]
            root, d, k, t, first, second, discounted = [a[: len(s)] for a in self.t]
            call, put = self.call[block], self.put[block]
            np.sqrt(years, out=root)
            np.multiply(root, volatility, out=root)
            np.divide(s, x, out=d)
            np.log(d, out=d)
            np.multiply(years, rate + F(0.5) * volatility * volatility, out=t)
            np.add(d, t, out=d)
            np.divide(d, root, out=d)
            self.normal(d, k, t, first)
            np.subtract(d, root, out=d)
            self.normal(d, k, t, second)
            np.multiply(years, -rate, out=discounted)
            np.exp(discounted, out=discounted)
            np.multiply(discounted, x, out=discounted)
            np.multiply(s, first, out=call)
            np.multiply(discounted, second, out=t)
            np.subtract(call, t, out=call)
            np.subtract(F(1), second, out=second)
            np.multiply(discounted, second, out=put)
            np.subtract(F(1), first, out=first)
            np.multiply(s, first, out=t)
            np.subtract(put, t, out=put)
        return self.call


class Bodies:
    def __init__(self):
        n = 4096
        self.p = [spread(n, -1, 1, k) for k in range(3)]
        self.mass = spread(n, 0.1, 1, 3)
        self.a = [np.empty(n, F) for _ in range(3)]
        self.d = [np.empty((16, n), F) for _ in range(3)]
        self.r, self.t = np.empty((16, n), F), np.empty((16, n), F)

    def run(self):
        r, t = self.r, self.t
        for block in blocks(len(self.mass), 16):
            for p, d in zip(self.p, self.d):
                np.subtract(p[None, :], p[block, None], out=d)
            np.multiply(self.d[0], self.d[0], out=r)
            for d in self.d[1:]:
                np.multiply(d, d, out=t)
                np.add(r, t, out=r)
            np.add(r, F(0.01), out=r)
            np.sqrt(r, out=t)
            np.multiply(r, t, out=r)
            np.divide(self.mass[None, :], r, out=r)
            for a, d in zip(self.a, self.d):
                np.einsum("ij,ij->i", d, r, out=a[block])
        return self.a[0]


class Mandelbrot:
    def __init__(self):
        self.width, self.limit = 1024, 256
        self.counts = np.empty(1024 * 1024, np.int32)

    def run(self):
        width, limit = self.width, self.limit
        step = F(3) / F(width)
        for block in blocks(width * width, 16_384):
            i = np.arange(block.start, block.stop)
            cx = (i % width).astype(F) * step - F(2)
            cy = (i // width).astype(F) * step - F(1.5)
            x, y = np.zeros_like(cx), np.zeros_like(cx)
            counts = self.counts[block]
            counts[:] = limit
            at = np.arange(len(cx))
            for n in range(limit):
                x2, y2 = x * x, y * y
                stay = x2 + y2 <= F(4)
                if not stay.all():
                    counts[at[~stay]] = n
                    at, x, y, cx, cy = at[stay], x[stay], y[stay], cx[stay], cy[stay]
                    x2, y2 = x2[stay], y2[stay]
                    if len(at) == 0:
                        break
                np.multiply(x, y, out=y)
                np.multiply(y, F(2), out=y)
                np.add(y, cy, out=y)
                np.subtract(x2, y2, out=x)
                np.add(x, cx, out=x)
        return self.counts


class Convolution:
    def __init__(self):
        self.x = spread(16 * 130 * 130, -1, 1, 0).reshape(16, 130, 130)
        self.w = spread(16 * 16 * 9, -1, 1, 1).reshape(16, 144)
        self.columns = np.empty((144, 128, 128), F)
        self.out = np.empty((16, 128 * 128), F)

    def run(self):
        for c in range(16):
            for ky in range(3):
                for kx in range(3):
                    self.columns[(c * 3 + ky) * 3 + kx] = self.x[c, ky : ky + 128, kx : kx + 128]
        np.matmul(self.w, self.columns.reshape(144, -1), out=self.out)
        return self.out


class Product:
    def __init__(self):
        self.a = spread(512 * 512, -1, 1, 0).reshape(512, 512)
        self.b = spread(512 * 512, -1, 1, 1).reshape(512, 512)
        self.c = np.empty((512, 512), F)

    def run(self):
        np.matmul(self.a, self.b, out=self.c)
        return self.c


class Sum:
    def __init__(self):
        self.x = spread(10_485_760, 0, 1, 0)

    def run(self):
        return self.x.sum()


class Histogram:
    def __init__(self):
        self.x = (spread(10_485_760, 0, 256, 0).astype(np.int32) & 255).astype(np.uint8)
        self.wide = np.empty(65_536, np.intp)

    def run(self):
        bins = np.zeros(256, np.intp)
        for block in blocks(len(self.x), 65_536):
            wide = self.wide[: block.stop - block.start]
            np.copyto(wide, self.x[block])
            bins += np.bincount(wide, minlength=256)
        return bins * np.arange(256)


# Whose time is spent in matrix products, which use all cores.
THREADED = {"matrix product", "convolution"}

WORKLOADS = {
    "Fourier": Fourier,
    "sigmoid": Sigmoid,
    "saxpy": Saxpy,
    "Black-Scholes": BlackScholes,
    "n-body": Bodies,
    "Mandelbrot": Mandelbrot,
    "matrix product": Product,
    "convolution": Convolution,
    "sum": Sum,
    "histogram": Histogram,
}


def main():
    name, workload = "", None
    print("NumPy", np.__version__, flush=True)
    for line in sys.stdin:
        if line.strip() != name:
            name = line.strip()
            workload = WORKLOADS[name]()
        start, processor = time.perf_counter(), time.process_time()
        result = workload.run()
        millis = (time.perf_counter() - start) * 1000
        processor = (time.process_time() - processor) * 1000
        threads = os.cpu_count() if name in THREADED else 1
        print(millis, float(np.mean(result, dtype=np.float64)), processor / threads, flush=True)


main()
