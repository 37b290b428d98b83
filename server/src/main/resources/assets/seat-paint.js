// Draws a hall on a canvas. From afar all seats are one picture that is kept and mended seat by seat; near, only those in sight are drawn.
import { AVAILABLE } from './hall.js';

const KEPT_ZOOM = 2;
const MOST_PIXELS = 4096;
const LABEL_PIXELS = 20;
const SMALL_PIXELS = 5.5;
const TURN = 2 * Math.PI;

/** Black or white, whichever reads better on this colour (WCAG's relative luminance). */
function inkOn(color) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? '#000' : '#fff';
}

export class Painter {
  /** @param marks what is chosen, pointed at, and under the keyboard's cursor: { chosen: Set, over, cursor, dimmed } */
  constructor(canvas, hall, marks) {
    this.canvas = canvas;
    this.context = canvas.getContext('2d', { alpha: false });
    this.hall = hall;
    this.marks = marks;
    this.colors = hall.plan.categories.map((c) => c.color);
    this.inks = this.colors.map(inkOn);
    this.kept = document.createElement('canvas');
    this.sprites = document.createElement('canvas');
    this.theme();
  }

  theme() {
    const style = getComputedStyle(this.canvas);
    const of = (name) => style.getPropertyValue(name).trim();
    this.paper = of('--paper');
    this.ink = of('--ink');
    this.soft = of('--soft');
    this.line = of('--line');
    this.focus = of('--focus');
    this.font = style.fontFamily;
    this.spriteRadius = 0;
  }

  resize(width, height) {
    this.ratio = Math.min(devicePixelRatio || 1, 2);
    this.width = width;
    this.height = height;
    this.canvas.width = Math.round(width * this.ratio);
    this.canvas.height = Math.round(height * this.ratio);
    const { plan } = this.hall;
    this.fit = Math.min(width / plan.width, height / plan.height) * 0.97;
    const most = MOST_PIXELS / Math.max(plan.width, plan.height);
    this.keptScale = Math.min(this.fit * KEPT_ZOOM * this.ratio, most);
    this.kept.width = Math.ceil(plan.width * this.keptScale);
    this.kept.height = Math.ceil(plan.height * this.keptScale);
    this.spriteRadius = 0;
    this.repaint();
  }

  /** All of the kept picture. */
  repaint() {
    const c = this.kept.getContext('2d', { alpha: false });
    c.fillStyle = this.paper;
    c.fillRect(0, 0, this.kept.width, this.kept.height);
    c.save();
    c.scale(this.keptScale, this.keptScale);
    this.areas(c);
    c.restore();
    for (let seat = 0; seat < this.hall.n; seat++) {
      this.dot(c, seat);
    }
  }

  /** One seat of the kept picture. */
  mend(seat) {
    this.dot(this.kept.getContext('2d', { alpha: false }), seat);
  }

  dot(c, seat) {
    const { hall, keptScale: s } = this;
    const half = Math.max(0.6, hall.apart * s * 0.4);
    const x = hall.x[seat] * s;
    const y = hall.y[seat] * s;
    c.fillStyle = this.paper;
    c.fillRect(x - half, y - half, 2 * half, 2 * half);
    const free = hall.states[seat] === AVAILABLE && !this.dimmed(seat);
    const r = free ? half * 0.92 : half * 0.45;
    c.fillStyle = free ? this.colors[hall.category[seat]] : this.line;
    c.fillRect(x - r, y - r, 2 * r, 2 * r);
  }

  dimmed(seat) {
    return this.marks.dimmed !== null && this.marks.dimmed !== this.hall.category[seat];
  }

  areas(c) {
    for (const zone of this.hall.zones) {
      for (const area of zone.areas) {
        this.area(c, area);
      }
    }
  }

  area(c, area) {
    c.save();
    c.translate(area.x, area.y);
    c.rotate(((area.rotation ?? 0) * Math.PI) / 180);
    c.beginPath();
    if (area.points) {
      for (let i = 0; i < area.points.length; i += 2) {
        c.lineTo(area.points[i], area.points[i + 1]);
      }
      c.closePath();
    } else if (area.shape === 'rectangle') {
      c.rect(0, 0, area.width, area.height);
    } else if (area.width) {
      c.ellipse(0, 0, area.width / 2, (area.height ?? area.width) / 2, 0, 0, TURN);
    }
    c.fillStyle = area.color ?? this.line;
    c.fill();
    if (area.text && area.width) {
      const names = area.text.split(' · ');
      const text = (document.documentElement.lang === 'ko' ? names[0] : names[1]) ?? area.text;
      const size = Math.min(area.height * 0.5, area.width / text.length);
      c.fillStyle = '#fff';
      c.font = `600 ${size}px ${this.font}`;
      c.textAlign = 'center';
      c.textBaseline = 'middle';
      const middle = area.shape === 'rectangle' ? [area.width / 2, area.height / 2] : [0, 0];
      c.fillText(text, ...middle);
    }
    c.restore();
  }

  /** @param view { x, y, scale }: the place of the hall at the left upper corner, and CSS pixels to its unit */
  paint(view) {
    const c = this.context;
    c.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    c.fillStyle = this.paper;
    c.fillRect(0, 0, this.width, this.height);
    if (view.scale * this.ratio <= this.keptScale * 1.05) {
      this.far(c, view);
    } else {
      this.near(c, view);
    }
    this.marked(c, view);
    if (view.scale > this.fit * 1.3) {
      this.overview(c, view);
    }
  }

  far(c, view) {
    const { plan } = this.hall;
    c.drawImage(this.kept, -view.x * view.scale, -view.y * view.scale, plan.width * view.scale, plan.height * view.scale);
    this.zoneNames(c, view);
  }

  zoneNames(c, view) {
    const size = Math.max(10, Math.min(14, this.width / 90));
    c.font = `600 ${size}px ${this.font}`;
    c.textAlign = 'center';
    c.textBaseline = 'middle';
    for (const zone of this.hall.zones) {
      const x = ((zone.box.left + zone.box.right) / 2 - view.x) * view.scale;
      const y = ((zone.box.top + zone.box.bottom) / 2 - view.y) * view.scale;
      const wide = (zone.box.right - zone.box.left) * view.scale;
      if (zone.to === zone.from || x < 0 || y < 0 || x > this.width || y > this.height) {
        continue;
      }
      const text = zone.name.length * size * 0.6 > wide ? zone.name.replace(/^.*?,\s*|^\S+층\s*/, '') : zone.name;
      const measured = c.measureText(text).width + size;
      if (measured > wide * 1.25) {
        continue;
      }
      c.globalAlpha = 0.86;
      c.fillStyle = this.paper;
      c.beginPath();
      c.roundRect(x - measured / 2, y - size * 0.8, measured, size * 1.6, size * 0.8);
      c.fill();
      c.globalAlpha = 1;
      c.fillStyle = zone.free > 0 ? this.ink : this.soft;
      c.fillText(text, x, y);
    }
  }

  near(c, view) {
    const { hall } = this;
    c.save();
    c.scale(view.scale, view.scale);
    c.translate(-view.x, -view.y);
    this.areas(c);
    c.restore();
    const radius = hall.apart * view.scale * 0.42;
    const kinds = this.inSight(view);
    const labels = radius * 2 >= LABEL_PIXELS;
    if (radius < SMALL_PIXELS) {
      this.squares(c, view, kinds, radius);
    } else {
      this.pictures(c, view, kinds, radius);
    }
    if (labels) {
      this.rowNames(c, view);
    }
  }

  /** The seats in sight by how they look: by category, then taken, then of another category than asked for. */
  inSight(view) {
    const { hall } = this;
    const kinds = Array.from({ length: this.colors.length + 2 }, () => []);
    const margin = hall.apart;
    hall.cells.within(view.x - margin, view.y - margin, view.x + this.width / view.scale + margin, view.y + this.height / view.scale + margin, (seat) => {
      const free = hall.states[seat] === AVAILABLE;
      kinds[!free ? this.colors.length : this.dimmed(seat) ? this.colors.length + 1 : hall.category[seat]].push(seat);
    });
    return kinds;
  }

  /** Thousands, too small for round corners to be seen. */
  squares(c, view, kinds, radius) {
    const { x, y } = this.hall;
    kinds.forEach((seats, kind) => {
      const r = kind < this.colors.length ? radius : radius * 0.45;
      c.fillStyle = this.colors[kind] ?? this.line;
      for (const seat of seats) {
        c.fillRect((x[seat] - view.x) * view.scale - r, (y[seat] - view.y) * view.scale - r, 2 * r, 2 * r);
      }
    });
  }

  /** With round corners, and their numbers where there is room. */
  pictures(c, view, kinds, radius) {
    const { hall, sprites } = this;
    this.draw(radius);
    const side = sprites.height / this.ratio;
    const labels = radius * 2 >= LABEL_PIXELS;
    c.font = `500 ${Math.min(14, radius * 0.85)}px ${this.font}`;
    c.textAlign = 'center';
    c.textBaseline = 'middle';
    kinds.forEach((seats, kind) => {
      c.fillStyle = this.inks[kind] ?? this.soft;
      for (const seat of seats) {
        const x = (hall.x[seat] - view.x) * view.scale;
        const y = (hall.y[seat] - view.y) * view.scale;
        c.drawImage(sprites, kind * sprites.height, 0, sprites.height, sprites.height, x - side / 2, y - side / 2, side, side);
        if (labels && kind !== this.colors.length) {
          c.fillText(hall.numbers[seat], x, y + 0.5);
        }
      }
    });
  }

  rowNames(c, view) {
    const { hall } = this;
    c.fillStyle = this.soft;
    let last = -1;
    for (let seat = 0; seat < hall.n; seat++) {
      if (hall.row[seat] !== last) {
        last = hall.row[seat];
        const next = hall.row[seat + 1] === last ? seat + 1 : seat;
        const x = (2 * hall.x[seat] - hall.x[next] - view.x) * view.scale;
        const y = (2 * hall.y[seat] - hall.y[next] - view.y) * view.scale;
        if (x > -9 && y > -9 && x < this.width && y < this.height) {
          c.fillText(hall.rows[last], x, y);
        }
      }
    }
  }

  /** Little pictures of a seat, side by side: free in each category, taken, of another category than asked for. */
  draw(radius) {
    if (Math.abs(radius - this.spriteRadius) < 0.05) {
      return;
    }
    this.spriteRadius = radius;
    const side = Math.ceil((radius * 2 + 2) * this.ratio);
    const kinds = this.colors.length + 2;
    this.sprites.width = side * kinds;
    this.sprites.height = side;
    const c = this.sprites.getContext('2d');
    for (let kind = 0; kind < kinds; kind++) {
      const taken = kind === this.colors.length;
      const r = radius * this.ratio * (taken ? 0.45 : 1);
      c.beginPath();
      c.roundRect(side * (kind + 0.5) - r, side / 2 - r, 2 * r, 2 * r, r * (taken ? 1 : 0.45));
      if (kind <= this.colors.length) {
        c.fillStyle = taken ? this.line : this.colors[kind];
        c.fill();
      } else {
        c.strokeStyle = this.soft;
        c.lineWidth = this.ratio;
        c.stroke();
      }
    }
  }

  marked(c, view) {
    const radius = Math.max(4, this.hall.apart * view.scale * 0.42);
    for (const seat of this.marks.chosen) {
      this.ring(c, view, seat, radius, this.ink, true);
    }
    if (this.marks.over >= 0 && !this.marks.chosen.has(this.marks.over)) {
      this.ring(c, view, this.marks.over, radius, this.ink, false);
    }
    if (this.marks.cursor >= 0) {
      this.ring(c, view, this.marks.cursor, radius + 4, this.focus, false);
    }
  }

  /** @param ticked a tick on dark ground, whatever the colour beneath */
  ring(c, view, seat, radius, color, ticked) {
    const x = (this.hall.x[seat] - view.x) * view.scale;
    const y = (this.hall.y[seat] - view.y) * view.scale;
    c.beginPath();
    c.roundRect(x - radius - 1, y - radius - 1, 2 * radius + 2, 2 * radius + 2, radius * 0.5);
    c.lineWidth = 3;
    c.strokeStyle = color;
    if (ticked) {
      c.fillStyle = this.ink;
      c.fill();
      c.beginPath();
      c.moveTo(x - radius * 0.45, y);
      c.lineTo(x - radius * 0.1, y + radius * 0.4);
      c.lineTo(x + radius * 0.5, y - radius * 0.4);
      c.strokeStyle = this.paper;
      c.lineWidth = Math.max(1.5, radius / 5);
    }
    c.stroke();
  }

  /** The whole hall in a corner, and what of it is in sight. */
  overview(c, view) {
    const { left, top, wide, high } = this.corner();
    const { plan } = this.hall;
    const s = wide / plan.width;
    c.globalAlpha = 0.94;
    c.drawImage(this.kept, left, top, wide, high);
    c.globalAlpha = 1;
    c.lineWidth = 1;
    c.strokeStyle = this.soft;
    c.strokeRect(left - 0.5, top - 0.5, wide + 1, high + 1);
    c.lineWidth = 2;
    c.strokeStyle = this.focus;
    const x = Math.max(left, left + view.x * s);
    const y = Math.max(top, top + view.y * s);
    c.strokeRect(
      x, y,
      Math.min(left + wide, left + (view.x + this.width / view.scale) * s) - x,
      Math.min(top + high, top + (view.y + this.height / view.scale) * s) - y,
    );
  }

  corner() {
    const { plan } = this.hall;
    const wide = Math.min(160, this.width / 3.2);
    const high = (wide * plan.height) / plan.width;
    return { left: this.width - wide - 8, top: this.height - high - 8, wide, high };
  }
}
