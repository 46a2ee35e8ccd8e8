#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the scan station's five sounds and that of an alarm (16-bit mono WAV). They differ in number of notes, direction and timbre, not only
# in pitch, so that they are told apart in a noisy hall: run it in its own folder after changing anything here.
import math, struct, wave

RATE = 22050


def note(hertz, ms, timbre):
    count = RATE * ms // 1000
    for i in range(count):
        t = i / RATE
        edge = min(1.0, i / (RATE * 0.004), (count - i) / (RATE * 0.012))
        if timbre == "pure":
            value = math.sin(2 * math.pi * hertz * t)
        elif timbre == "bell":
            value = (math.sin(2 * math.pi * hertz * t) + 0.4 * math.sin(4 * math.pi * hertz * t)) / 1.4 * math.exp(-t * 9)
        else:  # rough: odd harmonics, like a buzzer
            value = sum(math.sin(2 * math.pi * hertz * k * t) / k for k in (1, 3, 5, 7)) / 1.3
        yield edge * value


def silence(ms):
    return (0.0 for _ in range(RATE * ms // 1000))


SOUNDS = {
    "ready": [("pure", 1568, 90)],                                                     # one high, short
    "twice": [("pure", 880, 70), (None, 0, 50), ("pure", 880, 70)],                    # the same, two times
    "refused": [("rough", 196, 320)],                                                  # one low, long, rough
    "changed": [("bell", 1047, 130), ("bell", 784, 130), ("bell", 523, 220)],          # three, falling
    "attached": [("bell", 784, 110), ("bell", 988, 110), ("bell", 1175, 260)],         # three, rising
    "alarm": [("bell", 1319, 160), ("bell", 880, 240), (None, 0, 90), ("bell", 1319, 160), ("bell", 880, 340)],     # a call, two times
}

for name, parts in SOUNDS.items():
    samples = []
    for timbre, hertz, ms in parts:
        samples += list(silence(ms) if timbre is None else note(hertz, ms, timbre))
    with wave.open(name + ".wav", "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(b"".join(struct.pack("<h", round(s * 22000)) for s in samples))
