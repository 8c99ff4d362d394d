import { Component, type ReactNode } from 'react';
import { Button } from './Button.tsx';
import { NotLoaded } from './createLate.tsx';
import { Notice } from './Notice.tsx';
import { ReloadButton } from './ReloadButton.tsx';

interface FaultBoundaryProps {
  /** what the part is called in the server's log */
  part: string;
  /** the part is drawn again as soon as one of these is another: what it shows may be what it could not draw */
  resetOn?: readonly unknown[];
  /** puts the notice into the part's own frame */
  frame?: (notice: ReactNode) => ReactNode;
  children: ReactNode;
}

interface FaultBoundaryState {
  fault: { error: unknown } | null;
}

/** Holds one part of the page: when it throws while it is drawn, a notice stands in its place, and the rest goes on. */
export class FaultBoundary extends Component<FaultBoundaryProps, FaultBoundaryState> {
  override state: FaultBoundaryState = { fault: null };

  static getDerivedStateFromError(error: unknown): FaultBoundaryState {
    return { fault: { error } };
  }

  override componentDidCatch(error: unknown): void {
    if (error instanceof NotLoaded) error.forget();
  }

  override componentDidUpdate({ resetOn }: FaultBoundaryProps, { fault }: FaultBoundaryState): void {
    // A fault that has only just come is not undone by the very change that brought it.
    if (fault === null || this.state.fault === null) return;
    if (this.props.resetOn?.some((value, place) => !Object.is(value, resetOn?.[place]))) this.retry();
  }

  retry = (): void => this.setState({ fault: null });

  override render(): ReactNode {
    const { frame = (notice) => notice, children } = this.props;
    const { fault } = this.state;
    if (fault === null) return children;
    const late = fault.error instanceof NotLoaded ? fault.error : null;
    return frame(
      <Notice
        tone="danger"
        title={late?.message ?? 'This part had a fault of its own.'}
        actions={
          <>
            <Button onClick={this.retry}>Try again</Button>
            <ReloadButton />
          </>
        }
      >
        {late !== null &&
          // Most browsers keep a script that failed for as long as the page is there; the HTML standard lets them ask
          // anew only since 2026 (whatwg/html, pull request 10327).
          'The board’s server does not answer, or it was updated meanwhile. If Try again does not help, Reload does: your view is in the address.'}
      </Notice>,
    );
  }
}
