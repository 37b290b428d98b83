package io.jari.bench.chart;

/** How reports look. It holds none of the characters that HTML escapes, since a style element is not unescaped. */
final class Look {
    static final String CSS = """
            :root { --page: #fcfcfb; --ink: #16181d; --quiet: #5b6270; --grid: #e4e6ea; --base: #9aa1ad;
              --s0: #2a6fd0; --s1: #c2570c; --s2: #1a7f5a; --s3: #8a4bbd; --s4: #7a6a00; --limit: #b3261e; --tile: #f1f3f6; }
            @media (prefers-color-scheme: dark) {
              :root { --page: #15171b; --ink: #e8eaee; --quiet: #a3abb8; --grid: #2b2f37; --base: #666e7b;
                --s0: #6ea8ff; --s1: #f09a5b; --s2: #5ecb9c; --s3: #c296f0; --s4: #d9c64a; --limit: #ff8a80; --tile: #1f2228; } }
            * { box-sizing: border-box; }
            body { margin: 0; background: var(--page); color: var(--ink);
              font: 16px/1.5 system-ui, sans-serif; }
            main { max-width: 60rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
            h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 1rem; }
            h2 { font-size: 1.25rem; margin: 2.5rem 0 .5rem; }
            h3 { font-size: 1rem; margin: 0 0 .25rem; }
            p { max-width: 46rem; }
            figure { margin: 2rem 0 0; overflow-x: auto; }
            @media (max-width: 44rem) { .frame { width: 40rem; } }
            figcaption { color: var(--quiet); font-size: .875rem; max-width: 46rem; }
            svg { display: block; width: 100%; height: auto; }
            svg text { fill: var(--quiet); font-size: 12px; }
            .grid { stroke: var(--grid); }
            .base { stroke: var(--base); }
            .line { fill: none; stroke-width: 1.6; stroke-linejoin: round; }
            .line.s0 { stroke: var(--s0); } .line.s1 { stroke: var(--s1); }
            .line.s2 { stroke: var(--s2); } .line.s3 { stroke: var(--s3); }
            .line.s4 { stroke: var(--s4); }
            .line.limit { stroke: var(--limit); stroke-dasharray: 6 4; }
            .bar { fill: var(--s0); }
            .hover { fill: transparent; }
            .hover:hover { fill: var(--ink); fill-opacity: .08; }
            .legend { margin: 0; font-size: .875rem; color: var(--quiet); }
            .legend span { margin-right: .4rem; }
            .named { white-space: nowrap; }
            .key { display: inline-block; width: 1.4rem; height: .6rem; border-top: 3px solid; }
            .key.s0 { color: var(--s0); } .key.s1 { color: var(--s1); }
            .key.s2 { color: var(--s2); } .key.s3 { color: var(--s3); }
            .key.s4 { color: var(--s4); }
            .key.limit { color: var(--limit); border-top-style: dashed; }
            .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .75rem; }
            .tile { background: var(--tile); border-radius: .5rem; padding: .75rem 1rem; }
            .tile b { display: block; font-size: 1.4rem; font-variant-numeric: tabular-nums; }
            .tile span { color: var(--quiet); font-size: .875rem; }
            .scroll { overflow-x: auto; }
            table { border-collapse: collapse; font-size: .9rem; margin: .5rem 0; }
            th, td { text-align: left; padding: .3rem .9rem .3rem 0; border-bottom: 1px solid var(--grid); }
            th { color: var(--quiet); font-weight: 600; }
            .dot { fill: var(--s0); fill-opacity: .35; }
            .cold { fill: var(--grid); }
            .h0 { fill: #46327e; } .h1 { fill: #3f4889; } .h2 { fill: #365c8d; } .h3 { fill: #2e6e8e; }
            .h4 { fill: #277f8e; } .h5 { fill: #21918c; } .h6 { fill: #1fa187; } .h7 { fill: #2db27d; }
            .h8 { fill: #4ac16d; } .h9 { fill: #73d056; } .h10 { fill: #a0da39; } .h11 { fill: #c8e020; }
            summary { cursor: pointer; margin-top: 1rem; }
            pre { font-size: .8rem; line-height: 1.45; margin: .5rem 0; }
            .number { text-align: right; font-variant-numeric: tabular-nums; }
            """;

    private Look() {}
}
