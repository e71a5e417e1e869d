// One combination of a sweep a work-item: the rules at each bar, then the walk of contracts section 4 at that bar, as
// FusedWalk has it, every operation in its order. The generator puts in place of the lines that begin with //@ what one
// strategy needs; which orders it has, the names that are defined say. Nothing here is contracted or reassociated.

#define MISSING ((real)NAN)
#define KNOWN(x) known(x)
#define GREATER(a, b) (1 + ((a) > (b)) - ((a) <= (b)))
#define LESS(a, b) (1 + ((a) < (b)) - ((a) >= (b)))
#define SAME(a, b) (1 + ((a) == (b)) - ((a) < (b) || (a) > (b)))
#define COLUMN(c, lag) (bar < (lag) ? MISSING : columns[(size_t)(row - (lag)) * width + (c)])
#define FIELD(f, lag) (bar < (lag) ? MISSING : candles[(size_t)(row - (lag)) * 5 + (f)])
#define RING(k, lag) (bar < (lag) ? MISSING : rings[RING_AT(k, bar - (lag))])
#define RING_AT(k, at) ((size_t)(layout[2 * (k)] + ((at) & layout[2 * (k) + 1])) * stride + item)
#define SLOT(k, at) ((size_t)(layout[2 * (k)] + (at)) * stride + item)

enum { FLAT, ENTERS, RESTS, HELD };

struct Walk {
//@FIELDS
};

real known(real x) { return isfinite(x) ? x : MISSING; }

// As the host's: what is missing on either side is missing.
real least(real a, real b) { return isnan(a) || isnan(b) ? MISSING : a < b ? a : b; }
real most(real a, real b) { return isnan(a) || isnan(b) ? MISSING : a > b ? a : b; }

// Takes a sale off the position; what it brings goes to cash.
void sell(struct Walk *w, real quantity, real price, real rate) {
    const real notional = quantity * price;
    const real fee = notional * rate;
    const real proceeds = notional - fee;
    w->quantity -= quantity;
    w->proceeds += proceeds;
    w->cash += proceeds;
    w->fees += fee;
    w->notional += notional;
}

// What an entry buys at a price; 0 where it would lie under the minimum.
real bought(const struct Walk *w, real price, real plusFee, real minimum) {
    if (w->cash <= 0) {
        return 0;
    }

    const real cap = w->isCapped ? least(w->budget, w->cash) : w->cash;
#if defined(SIZE_BY_RISK)
#if defined(SIZE_BY_ATR)
    const real quantity = least(w->whole / w->away, cap / (price * plusFee));
#else
    const real quantity = least(w->whole / (w->away * price), cap / (price * plusFee));
#endif
#else
    const real quantity = least(w->whole, cap) / (price * plusFee);
#endif
    const real worth = quantity * price;
    return worth <= 0 || worth < minimum ? 0 : quantity;
}

__kernel __attribute__((reqd_work_group_size(GROUP, 1, 1)))
void walk(
    const int stride, const int items, const int firstRow, const int to, const int first, const int mostClosed,
    const int width, __global const real *restrict reals, __global const int *restrict ints,
    __global const long *restrict longs, __global const int *restrict layout, __global const long *restrict times,
    __global const int *restrict days, __global const real *restrict candles, __global const real *restrict columns,
    __global real *stateReals, __global int *stateInts, __global long *stateLongs, __global real *rings,
    __global int *ringBars, __global real *pnls, __global real *daily) {
    const int item = get_global_id(0);
    if (item >= items) {
        return;
    }

//@PARAMETERS
    struct Walk w;
//@LOAD
    w.closed = 0;
    for (; w.bar < to && w.closed < mostClosed; w.bar++) {
        const int bar = w.bar;
        const int row = bar - firstRow;
        const real open = candles[(size_t)row * 5];
        const real high = candles[(size_t)row * 5 + 1];
        const real low = candles[(size_t)row * 5 + 2];
        const real close = candles[(size_t)row * 5 + 3];
        const real volume = candles[(size_t)row * 5 + 4];
//@RULES
        if (bar < first) {
            continue;
        }

        // Orders at the open, then the range against the levels. A sale of all ends what the bar can do.
        const int wasHeld = w.phase == HELD;
        real quantity = 0, price = 0, rate = 0, allAt = MISSING;
        int isInside = 0;
        if (w.phase == ENTERS) {
            price = open * BUY_FACTOR;
            quantity = bought(&w, price, PLUS_TAKER, LEAST);
            rate = TAKER;
            w.phase = FLAT;
        }
#if defined(LIMIT)
        else if (w.phase == RESTS && low < w.limitPrice) {
            isInside = !(open < w.limitPrice);
            price = isInside ? w.limitPrice : open;
            quantity = w.limitQuantity;
            rate = MAKER;
        }
#endif
        else if (wasHeld && (w.leaves
#if defined(HOLDS_BARS)
            || bar >= w.entryBar + HOLDS_BARS
#elif defined(HOLDS_MILLIS)
            || times[row] >= w.entryMillis + HOLDS_MILLIS
#endif
            )) {
            allAt = open;
        }

        if (quantity > 0) {
            const real notional = quantity * price;
            const real fee = notional * rate;
            w.phase = HELD;
            w.quantity = quantity;
            w.entryQuantity = quantity;
            w.entryPrice = price;
            w.cost = notional + fee;
            w.proceeds = 0;
            w.cash -= w.cost;
            w.fees += fee;
            w.notional += notional;
            w.entryBar = bar;
            w.entryMillis = times[row];
            w.leaves = 0;
#if defined(STOP)
            w.stopLoss = STOP(price);
#endif
#if defined(TRAIL)
            w.highest = -INFINITY;
            w.isTrailing = !TRAIL_WAITS;
            w.trailStartsAt = TRAIL_STARTS(price);
#endif
#if defined(TARGETS)
            // Nearest first, those of one level in the strategy's order.
            w.target = 0;
            for (int i = 0; i < TARGETS; i++) {
                const real level = targetIsRange[i] ? price + targetAway[i] * w.atr : price * targetAway[i];
                int at = i;
                for (; at > 0 && level_[at - 1] > level; at--) {
                    level_[at] = level_[at - 1];
                    share_[at] = share_[at - 1];
                }

                level_[at] = level;
                share_[at] = targetShare[i];
            }
#endif
        }

#if defined(LEVELS)
        for (int part = wasHeld ? 0 : 1; part < 2 && w.phase == HELD && isnan(allAt); part++) {
            real stop = MISSING;
#if defined(STOP)
            stop = w.stopLoss;
#endif
#if defined(TRAIL)
            if (w.isTrailing && !isInside) {
                const real trailing = TRAIL(most(w.entryPrice, w.highest));
                stop = trailing > stop || isnan(stop) ? trailing : stop;
            }
#endif
            if ((part == 0 ? open : low) <= stop) {
                allAt = part == 0 ? open : stop;
            } else if (!isInside) {
#if defined(TARGETS)
                const real reached = part == 0 ? open : high;
                while (w.phase == HELD && w.target < TARGETS && reached >= level_[w.target]) {
                    const real share = w.target == TARGETS - 1
                        ? w.quantity : least(share_[w.target] * w.entryQuantity, w.quantity);
                    const real at = part == 0 ? open : level_[w.target];
                    w.target++;
                    if (share > 0) {
                        sell(&w, share, at, MAKER);
                        w.phase = w.quantity > 0 ? HELD : FLAT;
                    }
                }
#endif
#if defined(TRAIL)
                if (part == 1) {
                    w.highest = most(w.highest, high);
                    w.isTrailing |= high >= w.trailStartsAt;
                }
#endif
            }
        }
#endif
        if (!isnan(allAt)) {
            sell(&w, w.quantity, allAt * SELL_FACTOR, TAKER);
            w.phase = FLAT;
        }

        if (w.phase == FLAT && (wasHeld || quantity > 0)) {
            const real pnl = w.proceeds - w.cost;
            pnls[(size_t)w.closed++ * stride + item] = pnl;
            w.wins += pnl > 0;
            w.profit += pnl > 0 ? pnl : 0;
            w.loss += pnl > 0 ? 0 : pnl;
            w.heldMillis += times[row] - w.entryMillis;
            w.quantity = 0;
            w.cooledAt = bar + COOLDOWN;
        }

        // The close: leave, cancel, enter.
        if (w.phase == HELD) {
//@LEAVES
        }
#if defined(LIMIT)
        else if (w.phase == RESTS && (exits == 2 || bar >= w.expiresAt)) {
            w.phase = FLAT;
        }
#endif

        if (w.phase == FLAT && enters == 2 && exits != 2 && bar >= w.cooledAt) {
            w.atr = ATR;
            if (!NEEDS_ATR || (w.atr > 0 && isfinite(w.atr))) {
                const real at = LIMIT_PRICE(close);
                w.whole = WHOLE(w.cash);
                w.away = AWAY(w.atr);
                w.budget = BUDGET(w.whole, w.away, at);
                w.isCapped = 0;
                int isAllowed = 1;
#if defined(EXPOSURE)
                const real left = EXPOSURE * w.cash;
                isAllowed = !(left <= 0);
                if (left < w.budget * ALMOST) {
                    w.isCapped = left < w.budget;
                    w.budget = left;
                }
#endif
                if (isAllowed && !(w.budget <= 0 || w.budget < LEAST)) {
#if defined(LIMIT)
                    w.limitPrice = at;
                    w.limitQuantity = bought(&w, at, PLUS_MAKER, LEAST);
                    w.expiresAt = EXPIRES(bar);
                    w.phase = w.limitQuantity > 0 ? RESTS : FLAT;
#else
                    w.phase = ENTERS;
#endif
                }
            }
        }

        // The mark: a level held is a later peak of the same height.
        const real equity = w.quantity == 0 ? w.cash : w.cash + w.quantity * close;
        w.final = equity;
        w.inPosition += w.quantity != 0;
        if (equity >= w.peak) {
            if (w.trough < w.peak) {
                w.deepest = most(w.deepest, (w.peak - w.trough) / w.peak);
                w.longest = max(w.longest, times[row] + BAR_MILLIS - w.peakMillis);
            }

            w.peak = equity;
            w.trough = equity;
            w.peakMillis = times[row] + BAR_MILLIS;
        } else if (equity < w.trough) {
            w.trough = equity;
        }

        if (days[row] >= 0) {
            daily[(size_t)days[row] * stride + item] = equity;
        }
    }

//@SAVE
}
