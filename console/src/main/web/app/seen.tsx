// A part of a page that is asked for when the reader comes near it.
import { defineComponent, onBeforeUnmount, onMounted, ref } from 'vue';
import { whilePrinting } from './print.ts';

const NEAR = '400px';

export const WhenSeen = defineComponent({
  props: { height: { type: Number, default: 320 } },
  setup(props, { slots }) {
    const place = ref<HTMLElement | null>(null);
    const seen = ref(false);
    let observer: IntersectionObserver | null = null;
    const show = () => {
      seen.value = true;
      observer?.disconnect();
    };
    onMounted(() => {
      observer = new IntersectionObserver((entries) => entries.some((each) => each.isIntersecting) && show(), {
        rootMargin: NEAR,
      });
      observer.observe(place.value!);
    });
    onBeforeUnmount(() => observer?.disconnect());
    // What is printed is all of it.
    whilePrinting(show);
    return () =>
      seen.value
        ? slots.default?.()
        : <div ref={place} class='unseen' style={{ minHeight: `${props.height}px` }}></div>;
  },
});
