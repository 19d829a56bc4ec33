import { Component, type ComponentChildren, type ComponentType } from 'preact';
import type { Place } from '../../lib/extension/browser/error-log.ts';

interface ErrorBoundaryProps {
  place: Place;
  children: ComponentChildren;
}

interface ErrorBoundaryState {
  isBroken: boolean;
  /** Loaded on demand, since it is seldom needed. */
  Failure?: ComponentType<{ place: Place }>;
}

/** Shows what happened and what to do, in place of a page that can't be rendered. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { isBroken: false };

  static override getDerivedStateFromError(): ErrorBoundaryState {
    return { isBroken: true };
  }

  override componentDidCatch(error: unknown): void {
    const { place } = this.props;
    void import('./failure.tsx').then(({ Failure, logFailure }) => {
      this.setState({ Failure });
      return logFailure(place, error);
    });
  }

  override render() {
    const { isBroken, Failure } = this.state;
    if (!isBroken) return this.props.children;
    return Failure ? <Failure place={this.props.place} /> : null;
  }
}
