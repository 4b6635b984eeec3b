// A drawing: fits its place, is read with the keyboard, and lets a part of its axis be marked with the pointer.
import { computed, defineComponent, onBeforeUnmount, onMounted, ref, watch } from 'vue';
import type { PropType } from 'vue';
import { drawing } from '../drawing.ts';
import type { ChartOption, Drawing } from '../echarts.ts';
import { announce } from '../page.tsx';
import { whilePrinting } from '../print.ts';
import { t } from '../text.ts';
import { token } from './colours.ts';

/** A pointer that moves less was not dragged. */
const STILL_PX = 6;
const SHARPNESS = 2;
const MARGIN = 16;
const TITLE_PX = 22;
/** A4 upright between its margins. */
const PAPER_PX = 680;

/** What a page can ask of a drawing. */
export interface CanvasHandle {
  /** The drawing as a picture, with a title above and lines below it. */
  picture: (title: string, notes: string[]) => Promise<Blob | null>;
}

export const ChartCanvas = defineComponent({
  props: {
    option: { type: Object as PropType<ChartOption>, required: true },
    height: { type: Number, default: 260 },
    label: { type: String, required: true },
    /** How many places the axis has that the keyboard goes through. */
    places: { type: Number, default: 0 },
    /** A place in words, for those who do not see it. */
    told: { type: Function as PropType<(index: number) => string>, default: null },
    /** Whether parts of the axis can be marked. */
    marked: { type: Boolean, default: false },
    /** Whether its places lead anywhere. */
    opens: { type: Boolean, default: false },
  },
  emits: { mark: (_first: number, _last: number) => true, open: (_index: number) => true },
  setup(props, { emit, expose }) {
    const place = ref<HTMLElement | null>(null);
    const failed = ref(false);
    const from = ref<number | null>(null);
    const to = ref<number | null>(null);
    const at = ref(-1);
    let chart: Drawing | null = null;
    let observer: ResizeObserver | null = null;
    const draw = () => chart?.setOption(props.option, { notMerge: true });

    async function begin(): Promise<void> {
      try {
        const { init } = await drawing();
        // The page may have been left meanwhile.
        if (place.value) {
          chart = init(place.value);
          draw();
          observer = new ResizeObserver(() => chart?.resize());
          observer.observe(place.value);
        }
      } catch {
        failed.value = true;
      }
    }

    // A sheet is narrower than most windows, and nothing tells a drawing that it is printed.
    whilePrinting(
      () => chart?.resize({ width: Math.min(PAPER_PX, place.value?.clientWidth ?? PAPER_PX) }),
      () => chart?.resize(),
    );
    onMounted(begin);
    onBeforeUnmount(() => {
      observer?.disconnect();
      chart?.dispose();
    });
    watch(() => props.option, draw);

    /** The place of the axis at a horizontal position within the drawing; null beside the plot. */
    function placeAt(x: number): number | null {
      const found = chart?.convertFromPixel({ xAxisIndex: 0 }, x);
      const index = typeof found === 'number' ? Math.round(found) : NaN;
      return index >= 0 && index < props.places ? index : null;
    }

    /** Fingers scroll the page; a tap shows the figures. */
    function down(event: PointerEvent): void {
      if (event.pointerType !== 'touch' && event.button === 0 && placeAt(event.offsetX) !== null) {
        from.value = event.offsetX;
        to.value = event.offsetX;
      }
    }

    function move(event: PointerEvent): void {
      if (from.value !== null) {
        to.value = event.offsetX;
      }
    }

    function up(): void {
      if (from.value === null || to.value === null) {
        return;
      }
      const [left, right] = [Math.min(from.value, to.value), Math.max(from.value, to.value)];
      const [first, last] = [placeAt(left), placeAt(right)];
      from.value = to.value = null;
      if (right - left < STILL_PX) {
        if (first !== null && props.opens) {
          emit('open', first);
        }
      } else if (props.marked && first !== null && last !== null) {
        emit('mark', first, last);
      }
    }

    function keys(event: KeyboardEvent): void {
      const moves: Record<string, number> = {
        ArrowRight: at.value + 1,
        ArrowLeft: at.value - 1,
        Home: 0,
        End: props.places - 1,
      };
      if (event.key in moves && props.places) {
        event.preventDefault();
        at.value = Math.max(0, Math.min(props.places - 1, moves[event.key]));
        chart?.dispatchAction({ type: 'showTip', seriesIndex: 0, dataIndex: at.value });
        if (props.told) {
          announce(props.told(at.value));
        }
      } else if (event.key === 'Enter' && props.opens && at.value >= 0) {
        emit('open', at.value);
      } else if (event.key === 'Escape') {
        chart?.dispatchAction({ type: 'hideTip' });
      }
    }

    const handle: CanvasHandle = {
      picture: async (title, notes) => {
        const drawn = chart?.renderToCanvas({ pixelRatio: SHARPNESS });
        return drawn ? await withTitle(drawn, title, notes) : null;
      },
    };
    expose(handle);

    const marking = computed(() => {
      if (from.value === null || to.value === null || Math.abs(to.value - from.value) < STILL_PX || !props.marked) {
        return null;
      }
      return { left: `${Math.min(from.value, to.value)}px`, width: `${Math.abs(to.value - from.value)}px` };
    });

    return () =>
      failed.value ? <div class='state bad' role='alert'>{t('error.unreachable')}</div> : (
        <div
          class={['chart-place', props.opens ? 'opens' : null]}
          tabindex={0}
          role='img'
          aria-label={`${props.label}. ${t('chart.keys')}`}
          onPointerdown={down}
          onPointermove={move}
          onPointerup={up}
          onPointerleave={up}
          onKeydown={keys}
          onBlur={() => chart?.dispatchAction({ type: 'hideTip' })}
        >
          <div ref={place} class='chart' style={{ height: `${props.height}px` }}></div>
          {marking.value ? <div class='marking' style={marking.value}></div> : null}
        </div>
      );
  },
});

function withTitle(drawn: HTMLCanvasElement, title: string, notes: string[]): Promise<Blob | null> {
  const line = TITLE_PX * SHARPNESS;
  const edge = MARGIN * SHARPNESS;
  const canvas = document.createElement('canvas');
  canvas.width = drawn.width + 2 * edge;
  canvas.height = drawn.height + 2 * edge + line * (1 + notes.length) + edge;
  const context = canvas.getContext('2d')!;
  context.fillStyle = token('card') || '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = token('ink') || '#000';
  const family = getComputedStyle(document.body).fontFamily;
  context.font = `600 ${15 * SHARPNESS}px ${family}`;
  context.fillText(title, edge, edge + line * 0.7);
  context.drawImage(drawn, edge, edge + line);
  context.fillStyle = token('soft') || '#333';
  context.font = `${11 * SHARPNESS}px ${family}`;
  notes.forEach((note, i) => context.fillText(note, edge, edge + line * (2 + i) + drawn.height));
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}
